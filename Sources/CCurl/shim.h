// libcurl sets and reads its options by functions with variable arguments, which Swift cannot call:
// here is one function for each type of argument that is used.

#include <curl/curl.h>

#if LIBCURL_VERSION_NUM < 0x075700
#error "libcurl 7.87 or later is needed"
#endif

static inline CURLcode afterwit_curl_set_number(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode afterwit_curl_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode afterwit_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}

typedef size_t (*afterwit_curl_receiver)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode afterwit_curl_set_receiver(
    CURL *handle, CURLoption option, afterwit_curl_receiver value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode afterwit_curl_get_number(CURL *handle, CURLINFO info, long *value) {
  return curl_easy_getinfo(handle, info, value);
}

static inline CURLcode afterwit_curl_get_time(CURL *handle, CURLINFO info, curl_off_t *value) {
  return curl_easy_getinfo(handle, info, value);
}
