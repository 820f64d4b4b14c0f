package dev.sluice.gitlab;

import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;

/**
 * A whole answer of GitLab.
 *
 * @param url where it came from in the end, after redirects
 */
record Answer(int status, Headers headers, ByteString body, HttpUrl url) {
  boolean ok() {
    return status >= 200 && status < 300;
  }
}
