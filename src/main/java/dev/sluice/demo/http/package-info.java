/** What lies between a client and the API: faults on demand and a log of requests. */
@NullMarked
package dev.sluice.demo.http;

import org.jspecify.annotations.NullMarked;
