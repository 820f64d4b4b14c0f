/** Several targets of one database in one environment: which go first, and when it stops. */
@NullMarked
package dev.sluice.flow.group;

import org.jspecify.annotations.NullMarked;
