/** The addresses below {@code /admin/}: which page answers, who may ask, and what a form that comes in sets going. Knows the pages, which do not know it. */
package org.lectern.admin.routing;
