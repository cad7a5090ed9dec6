"""Train the tagger: ``unionie train``.

Enters: annotated and raw text, by path, and one config file. Leaves: a model folder that ``unionie.load`` reads.
Next: ``unionie.tag.learned``. Needs the extra ``[train]`` (torch, onnx); nothing else of unionie does.

``sources`` reads annotated text, ``raw`` plain text, ``vocabulary`` chooses what the model knows, ``network`` and
``chain`` are the net, ``fit`` trains it in the ``stages`` that ``recipe`` puts in order, ``export`` writes the model
and ``package`` adds its calibration and figures, which ``measure`` takes; ``tune`` and ``restore`` learn on from there.
"""
