package io.slipway.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.alm.Project;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AzureProjectsTest {

    @ParameterizedTest
    @CsvSource({
        "https://dev.azure.com/contoso/Expenses, https://dev.azure.com/contoso, Expenses",
        "https://dev.azure.com/contoso/Expenses/_build?definitionId=2, https://dev.azure.com/contoso, Expenses",
        "https://dev.azure.com/contoso/Travel%20and%20More/, https://dev.azure.com/contoso, Travel and More",
        "<https://dev.azure.com/contoso/Expenses>, https://dev.azure.com/contoso, Expenses",
        "https://Contoso.visualstudio.com/Expenses/_git/x, https://dev.azure.com/contoso, Expenses",
        "https://contoso.visualstudio.com/DefaultCollection/Expenses, https://dev.azure.com/contoso, Expenses",
        "http://127.0.0.1:3980/contoso/Expenses, http://127.0.0.1:3980/contoso, Expenses"
    })
    void old_and_new_addresses_are_understood(String address, URI organization, String name) {
        assertThat(AzureProjects.parse(address)).contains(new Project(organization, name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Expenses",
                "https://dev.azure.com/",
                "https://dev.azure.com/contoso",
                "https://dev.azure.com/contoso/_settings/users",
                "ftp://dev.azure.com/contoso/Expenses",
                "javascript:alert(1)",
                "https://dev.azure.com/../Expenses"
            })
    void what_is_no_project_is_none(String address) {
        assertThat(AzureProjects.parse(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/contoso/Expenses",
                "http://dev.azure.com/contoso/Expenses",
                "https://dev.azure.com.evil.example/contoso/Expenses",
                "https://dev.azure.com:8443/contoso/Expenses"
            })
    void strangers_get_no_token(String address) throws IOException {
        try (RecordedAzure server = new RecordedAzure()) {
            assertThat(new AzureProjects(server.azure()).find(address)).isEmpty();
            assertThat(server.sent()).isEmpty();
        }
    }

    @Test
    void a_project_bears_the_name_that_azure_devops_gives_it() throws IOException {
        try (RecordedAzure server = new RecordedAzure()) {
            server.answer("GET .*/projects/expenses", "{\"id\": \"1\", \"name\": \"Expenses\"}");

            assertThat(new AzureProjects(server.azure()).find(server.project().organization() + "/expenses"))
                    .contains(server.project());
        }
    }
}
