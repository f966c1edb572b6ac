"""How far briefbook's check of quotations is from other ways of checking: the made parts of docs/peers.md."""
