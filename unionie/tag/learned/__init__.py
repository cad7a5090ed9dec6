"""The learned tagger: characters → labels, by a small network that was trained here.

Enters: clean text. Leaves: spans with labels and calibrated confidences. Next: ``tag.component`` merges them with the
mentions of the rules. ``unionie.train`` makes the model.

``ngrams`` and ``features`` turn text into arrays, ``windows`` cuts it, ``chain`` reads the network's scores,
``folder`` reads and checks a model's files, ``tagger`` is the whole on one screen.
"""
