"""Events become incidents: whether two reports tell of one act, what is true of it now, and what is new about that.

Pure: values in, values out. `match.block` names where the same incident must be found, `match.match` decides."""
