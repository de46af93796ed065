"""Site engines: what turns the staged tree into a built site. One module each."""
