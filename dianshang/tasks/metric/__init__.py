"""The measures in the form of `evaluate`: a folder that `evaluate.load` takes."""
