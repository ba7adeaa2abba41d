// What the sanitizers are told of libraries that are not ours to mend.

// Xapian's own Database::check() deletes a table through a base class without a virtual destructor: the address
// sanitizer would end the process for it.
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options() { return "new_delete_type_mismatch=0"; }

// ICU makes its tables once, behind a lock of its own that the thread sanitizer cannot see.
extern "C" const char* __tsan_default_suppressions();
extern "C" const char* __tsan_default_suppressions() { return "race:icu_*::Normalizer2::\n"; }
