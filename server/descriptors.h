// File descriptors: every connection takes one.
#pragma once

namespace backfile {

// Allows this process as many as the system lets it have.
void raise_descriptor_limit();

}  // namespace backfile
