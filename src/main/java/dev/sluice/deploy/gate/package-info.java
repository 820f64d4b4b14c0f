/** What must hold on a target in the moment before the first statement: one class per gate. */
@NullMarked
package dev.sluice.deploy.gate;

import org.jspecify.annotations.NullMarked;
