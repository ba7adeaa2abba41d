// The parameters of an export, read and checked.
#pragma once

#include <string>
#include <vector>

#include "server/http/export_format.h"
#include "server/http/http_message.h"
#include "server/search/request.h"

namespace backfile {

struct ExportParameters {
  const ExportFormat* format = nullptr;
  ExportFields fields;           // of formats that have a choice
  std::vector<std::string> ids;  // of articles; empty: what the request finds
  SearchRequest request;         // every article unless told otherwise, not one a story
};

// Throws InvalidRequest.
ExportParameters read_export_parameters(const std::vector<Parameter>& parameters, Day today);

}  // namespace backfile
