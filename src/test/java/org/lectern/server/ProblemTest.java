package org.lectern.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void a_problem_names_its_status() {
        assertEquals("{\"title\":\"Not Found\",\"status\":404,\"detail\":\"Nothing.\"}", new Problem(404, "Nothing.").json());
        assertEquals("{\"title\":\"Method Not Allowed\",\"status\":405,\"detail\":\"No.\"}", new Problem(405, "No.").json());
        assertEquals("{\"title\":\"Unprocessable Content\",\"status\":422,\"detail\":\"No.\"}", new Problem(422, "No.").json());
        assertEquals("{\"status\":599,\"detail\":\"No.\"}", new Problem(599, "No.").json());
    }
}
