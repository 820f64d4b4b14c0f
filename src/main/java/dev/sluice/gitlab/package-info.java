/**
 * GitLab over HTTP: the ports of {@link dev.sluice.mergerequest}, one class per port. Start with
 * {@link dev.sluice.gitlab.GitLab}. Single objects and writes go through GitLab4J; lists, raw bytes
 * and the calls that GitLab4J lacks go through {@code Rest}. Both end in {@code Transport}: one
 * HTTP client, one place for timeouts, retries, certificates and redirects.
 */
@NullMarked
package dev.sluice.gitlab;

import org.jspecify.annotations.NullMarked;
