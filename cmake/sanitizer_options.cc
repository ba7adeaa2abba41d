// Xapian's own Database::check() deletes a table through a base class without a virtual destructor. That is not ours
// to mend, and the address sanitizer would end the process for it.
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options() { return "new_delete_type_mismatch=0"; }
