/** The start page of staff: what the site holds, what has been imported lately and, for administrators, what has happened. */
package org.lectern.admin.desk;
