"""Which record is which in every copy of a journal, and which version of it is the later one.

A record, and whatever is kept beside the days, has a `uid`: a number by chance that stays with it
through every change and in every copy. What came from a file has one that follows from its origin,
so that two copies that took in the same file hold the same records. `revised` is when it was last
changed (seconds since 1970, and always later than before, whatever the clock says); `former` holds
when it was changed before, so that an older version is known as one. `said` is its place among the
words about a day: of use and none on one day, the word that was said last stands.

What each change does:

- Writing gives a uid; an edit keeps it. Taking back an edit is one more change of the record.
- Deleting leaves a tombstone: the uid, and when. Tombstones stay for ever, so no copy brings the
  record back. They hold nothing of what it said; `delete --for-good` leaves one too.
- Taking back what was just written deletes it, with a tombstone. Taking back an import or a merge
  leaves none: what came from elsewhere may go on to be there.
- A record that comes back after its deletion is a new one, whose uid follows from the old one. So
  "what is deleted stays deleted" needs no exception, and copies that bring it back apart agree.
- Taking back a merge puts every row and tombstone back exactly as it was before.
"""
