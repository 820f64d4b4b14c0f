/** Plans and runs rollouts step by step; declares the port Journal. */
@NullMarked
package dev.sluice.deploy;

import org.jspecify.annotations.NullMarked;
