package org.lectern.admin.routing;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.inject.Inject;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

import org.lectern.admin.importing.Uploads;
import org.lectern.content.importing.Bounds;
import org.lectern.content.settings.Settings;

/** Opens the addresses of the desk. An annotation cannot say how large an upload may be, nor where it lies meanwhile: settings do. */
@WebListener
public class AdminStart implements ServletContextListener {

    /** In bytes: what a form holds besides its file. */
    private static final long REST_OF_FORM = 1 << 20;
    private static final int IN_MEMORY = 1 << 16;

    @Inject
    Settings settings;

    @Inject
    Uploads uploads;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            var most = Bounds.of(settings).archiveBytes();
            var routes = event.getServletContext().addServlet("admin", AdminRoutes.class);
            routes.addMapping("/admin/*");
            routes.setMultipartConfig(new MultipartConfigElement(uploads.folder().toString(), most, most + REST_OF_FORM, IN_MEMORY));
            uploads.makeFolder();
        } catch (IOException fault) {
            throw new UncheckedIOException("The folder of uploads cannot be made", fault);
        }
    }
}
