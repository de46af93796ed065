"""From the library to what is read: words and dates of a language, addresses, help, templates.

Pages and editions are put together from these; nothing here knows a page or an edition of its own.
"""
