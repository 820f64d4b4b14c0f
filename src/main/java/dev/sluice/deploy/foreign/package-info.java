/** Histories that other tools keep in a target. */
@NullMarked
package dev.sluice.deploy.foreign;

import org.jspecify.annotations.NullMarked;
