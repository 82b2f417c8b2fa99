/** A test head that is none: reckons what a pair of wires with a planted defect would show. */
@NullMarked
package org.redress.desk.fault.simulator;

import org.jspecify.annotations.NullMarked;
