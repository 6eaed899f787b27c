/** Pages that ask before readers see an article, or not any more: publish, schedule, release, withdraw, bin, take out, discard; and the links by which it is read before. */
package org.lectern.admin.publishing;
