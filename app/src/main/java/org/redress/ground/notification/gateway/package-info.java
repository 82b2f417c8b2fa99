/** The ways out of the house, chosen by the operator's settings: mail, SMS, letters, files. */
@NullMarked
package org.redress.ground.notification.gateway;

import org.jspecify.annotations.NullMarked;
