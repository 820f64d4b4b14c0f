/**
 * Measurements, run by hand on a machine with little else to do (docs/performance.md); nothing here
 * belongs to the tests.
 */
@NullMarked
package dev.sluice.benchmark;

import org.jspecify.annotations.NullMarked;
