/* Swagger UI over the API's own description. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  SwaggerUIBundle({
    url: document.getElementById("api").dataset.document,
    dom_id: "#api",
    deepLinking: true,
    displayRequestDuration: true,
    defaultModelsExpandDepth: 0,
    validatorUrl: null,
  });
});
