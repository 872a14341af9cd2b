"""Hamburg's transparency portal (CKAN): the licensed route to what the districts published, late and in few words."""
