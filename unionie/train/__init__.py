"""Train the tagger: ``unionie train``.

Enters: annotated and raw text, by path, and one config file. Leaves: a model folder that ``unionie.load`` reads.
Next: ``unionie.tag.learned``. Needs the extra ``[train]`` (torch, onnx); nothing else of unionie does.

``sources`` reads annotated text, ``raw`` plain text, ``vocabulary`` chooses what the model knows, ``network`` and
``chain`` are the net, ``fit`` trains it, ``teach`` labels text by several nets, ``export`` writes the model folder.
"""
