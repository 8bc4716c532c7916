using System.Net;
using System.Text.Json.Nodes;

namespace Engagement.Web.Tests.Staff;

public sealed class StaffTests
{
    private const string ViewPage = $"/staff/consultations/{Replies.Slug}/views/VmlldzE";

    [Fact]
    public async Task Someone_who_has_not_signed_in_is_asked_to_and_comes_back()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("StaffMe", Nobody);
        using var officer = host.Visit();

        await officer.OpenAsync("/staff");
        officer.Address.ShouldBe("/sign-in?return=%2Fstaff");
        host.GraphQL.Data("StaffMe", StaffPages.Everything);
        await officer.PressAsync("Sign in", ("role", "participation-officer"));

        officer.Address.ShouldBe("/staff");
        host.SignIn.Roles.ShouldBe(["participation-officer"]);
    }

    [Fact]
    public async Task Someone_whose_role_does_not_allow_it_is_told_so()
    {
        await using var host = await StartAsync();
        host.GraphQL.Fail("ConsultationAtAGlance", "AUTH_NOT_AUTHORIZED");
        using var officer = host.Visit();

        await officer.OpenAsync($"/staff/consultations/{Replies.Slug}");

        officer.Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        officer.Heading.ShouldBe("You cannot see this page");
    }

    [Fact]
    public async Task Who_may_only_read_a_loop_is_offered_no_step()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Loop", AsRepresentative(LoopReplies.Loop()));
        using var representative = await host.Visit().OpenAsync("/staff/loops/TG9vcDE");

        representative.Texts(".loop-step").ShouldBeEmpty();
        representative.Text(".govuk-inset-text").ShouldStartWith("Your role can read this loop.");
    }

    [Fact]
    public async Task A_view_is_coded_to_a_theme_that_is_there()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(ViewPage);

        await officer.PressAsync("Save and go to the next view", ("theme", "VGgx"));

        officer.Text(".done").ShouldBe("The view is coded. Here is the next one.");
        officer.Address.ShouldStartWith($"/staff/consultations/{Replies.Slug}/views/VmlldzQ");
        var input = host.GraphQL.LastInput("CodeView");
        input.GetProperty("viewId").GetString().ShouldBe("VmlldzE");
        input.GetProperty("themeId").GetString().ShouldBe("VGgx");
        input.GetProperty("expectedVersion").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task The_last_view_leads_back_to_the_consultation()
    {
        await using var host = await StartAsync();
        // The list has not caught up yet, so it still has the view that was coded.
        host.GraphQL.Data("NextView", Replies.NextView("VmlldzE"));
        using var officer = await host.Visit().OpenAsync(ViewPage);

        await officer.PressAsync("Save and go to the next view", ("theme", "VGgx"));

        officer.Address.ShouldBe($"/staff/consultations/{Replies.Slug}?done=coded");
        officer.Text(".done").ShouldStartWith("The view is coded. There are no more to code just now");
    }

    [Fact]
    public async Task A_view_is_coded_to_a_new_theme()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(ViewPage);

        await officer.PressAsync("Save and go to the next view", ("theme", "new"), ("title", "Who to call"), ("summary", "Families do not know who to call."));

        host.GraphQL.LastInput("OpenTheme").GetProperty("title").GetString().ShouldBe("Who to call");
        host.GraphQL.LastInput("CodeView").GetProperty("themeId").GetString().ShouldBe("VGgz");
    }

    [Fact]
    public async Task A_view_is_marked_as_not_codable_with_a_reason()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync(ViewPage);

        await officer.PressAsync("Save and go to the next view", ("theme", "none"));
        officer.Problems.ShouldBe(["Write why the view cannot be coded"]);
        await officer.PressAsync("Save and go to the next view", ("theme", "none"), ("reason", "About another service."));

        officer.Text(".done").ShouldStartWith("The view is marked as not codable");
        host.GraphQL.LastInput("MarkViewNotCodable").GetProperty("reason").GetString().ShouldBe("About another service.");
    }

    [Fact]
    public async Task What_the_API_refuses_is_in_the_error_summary_and_the_form_keeps_its_words()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("MarkViewNotCodable", Replies.Refused("markViewNotCodable", "view", "VIEW_ALREADY_CODED", "This view is already coded.", null));
        using var officer = await host.Visit().OpenAsync(ViewPage);

        await officer.PressAsync("Save and go to the next view", ("theme", "none"), ("reason", "About another service."));

        officer.Problems.ShouldBe(["This view is already coded."]);
        officer.Document.QuerySelector("#reason")!.GetAttribute("value").ShouldBe("About another service.");
    }

    [Fact]
    public async Task A_loop_is_started_for_a_theme_that_has_none()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"/staff/consultations/{Replies.Slug}");

        await officer.PressAsync("Start a loop for One person to call");

        host.GraphQL.LastInput("OpenLoop").GetProperty("themeId").GetString().ShouldBe("VGgy");
        officer.Address.ShouldBe("/staff/loops/TG9vcDE");
    }

    [Theory]
    [InlineData("https://elsewhere.example.test")]
    [InlineData("//elsewhere.example.test")]
    [InlineData("/\\elsewhere.example.test")]
    public async Task Signing_in_never_leads_to_another_site(string returnTo)
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync($"/sign-in?return={Uri.EscapeDataString(returnTo)}");

        await officer.PressAsync("Sign in", ("role", "analyst"));

        officer.Address.ShouldBe("/staff");
    }

    [Fact]
    public async Task A_role_that_is_not_offered_cannot_be_taken()
    {
        await using var host = await StartAsync();
        using var officer = await host.Visit().OpenAsync("/sign-in");

        await officer.PressAsync("Sign in", ("role", "owner-of-everything"));

        officer.Problems.ShouldBe(["Choose a role"]);
        host.SignIn.Roles.ShouldBeEmpty();
    }

    [Fact]
    public async Task Outside_development_there_is_no_choosing_of_roles()
    {
        await using var host = await PagesHost.StartAsync("Production");
        host.GraphQL.Data("StaffMe", Nobody);
        using var officer = host.Visit();

        await officer.OpenAsync("/staff");
        officer.Address.ShouldBe("/sign-in?return=%2Fstaff");
        officer.Html.ShouldNotContain("Choose a role");
        await officer.PostAsync("/sign-in", [KeyValuePair.Create("role", "administrator")]);
        officer.Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        host.SignIn.Roles.ShouldBeEmpty();
    }

    [Fact]
    public async Task Signing_out_leads_home()
    {
        await using var host = await StartAsync();
        host.GraphQL.Data("Home", Replies.Home());
        using var officer = await host.Visit().OpenAsync("/staff");

        await officer.PressAsync("Sign out");

        officer.Address.ShouldBe("/");
        host.SignIn.SignedOut.ShouldBe(1);
    }

    private const string Nobody = """{ "me": { "role": null, "permissions": [] }, "consultations": { "nodes": [] } }""";

    private static string AsRepresentative(string reply) => JsonNode.Parse(reply) is JsonObject data
        ? new JsonObject(data.Select(field => KeyValuePair.Create(field.Key, field.Key == "me"
            ? new JsonObject { ["role"] = "pact-representative", ["permissions"] = new JsonArray("loops.read") }
            : field.Value?.DeepClone()))).ToJsonString()
        : reply;

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        ConsultationReplies.Set(host.GraphQL)
            .Data("StaffMe", StaffPages.Everything).Data("StaffConsultation", Replies.StaffConsultation)
            .Data("NextView", Replies.NextView("VmlldzE", "VmlldzQ")).Data("StaffView", Replies.StaffView).Data("Coding", Replies.Themes).Data("Loop", LoopReplies.Loop())
            .Data("OpenTheme", Replies.Done("openTheme", "theme", "VGgz")).Data("CodeView", Replies.Done("codeView", "view", "VmlldzE"))
            .Data("MarkViewNotCodable", Replies.Done("markViewNotCodable", "view", "VmlldzE"))
            .Data("OpenLoop", Replies.Done("openLoop", "loop", "TG9vcDE"));
        return host;
    }
}
