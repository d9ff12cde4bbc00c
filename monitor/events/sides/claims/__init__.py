"""Who claims an act and who denies it.

`said.py` reads what the sides of a text say of acts, one side in one sentence (`of_a_side.py`), and `claimants.py`
tells which of that is a claim of the act asked for. `own_word.py`, `announced.py` and `at_home.py` hear forces that
speak of a deed of theirs without a word of responsibility. `of_an_act.py` asks them all, and the model.
"""
