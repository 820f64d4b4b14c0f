/** Runs rollouts on targets: the one engine-dependent class per engine, meta tables, resume. */
@NullMarked
package dev.sluice.deploy.executor;

import org.jspecify.annotations.NullMarked;
