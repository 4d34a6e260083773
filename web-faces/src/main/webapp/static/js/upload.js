// Filled in with the import pages.
