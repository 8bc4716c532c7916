using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Tests.Shared;

namespace EmbeddedPostgres.Tests.Shared;

public sealed class Scenarios : IAsyncLifetime, IDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false });

    public Scenarios()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/greeting", () => "Good morning");
        _app.MapGet("/old", () => Results.Redirect("/new"));
        _app.MapPost("/form", (HttpRequest request) => $"{request.Form["name"]}, {request.Headers["X-Asked-By"]}");
        _app.MapPost("/json", (Note note) => Results.Json(note with { Text = note.Text + "!" }, statusCode: 201));
    }

    [Fact]
    public async Task give_the_answer_as_text_and_as_JSON()
    {
        (await _client.Scenario(s => s.Get.Url("/greeting"))).ReadAsText().ShouldBe("Good morning");

        var answer = await _client.Scenario(s =>
        {
            s.Post.Json(new Note("Hello")).ToUrl("/json");
            s.StatusCodeShouldBe(201);
            s.ContentTypeShouldBe("application/json");
        });
        answer.ReadAsJson<Note>().ShouldBe(new Note("Hello!"));
        answer.ReadAsJson().GetProperty("text").GetString().ShouldBe("Hello!");
    }

    [Fact]
    public async Task send_forms_and_headers() => await _client.Scenario(s =>
    {
        s.WithRequestHeader("X-Asked-By", "a test");
        s.Post.FormData(new Dictionary<string, string> { ["name"] = "Zoë & co" }).ToUrl("/form");
        s.ContentShouldBe("Zoë & co, a test");
        s.Header("Content-Type").SingleValueShouldEqual("text/plain; charset=utf-8");
        s.Header("Location").ShouldNotBeWritten();
    });

    [Fact]
    public async Task follow_no_redirect_but_check_it() => await _client.Scenario(s =>
    {
        s.Get.Url("/old");
        s.RedirectShouldBe("/new");
    });

    [Fact]
    public async Task tell_all_that_is_wrong_at_once_with_the_answer()
    {
        var failure = await Should.ThrowAsync<ScenarioException>(() => _client.Scenario(s =>
        {
            s.Get.Url("/greeting");
            s.StatusCodeShouldBe(404);
            s.ContentShouldContain("evening");
            s.ContentShouldNotContain("morning");
            s.ContentTypeShouldBe("text/html");
            s.RedirectShouldBe("/new");
            s.Header("X-Missing").SingleValueShouldEqual("there");
        }));

        failure.Message.ShouldContain("The status should be 404, but is 200.");
        failure.Message.ShouldContain("The content should contain \"evening\".");
        failure.Message.ShouldContain("The content should not contain \"morning\".");
        failure.Message.ShouldContain("The content type should be text/html, but is text/plain.");
        failure.Message.ShouldContain("The answer should redirect to /new, but goes to nowhere.");
        failure.Message.ShouldContain("The header X-Missing should be \"there\", but is missing.");
        failure.Message.ShouldContain("Good morning");
    }

    [Fact]
    public async Task expect_success_unless_they_say_otherwise() =>
        (await Should.ThrowAsync<ScenarioException>(() => _client.Scenario(s => s.Get.Url("/nowhere")))).Message.ShouldContain("should be 200, but is 404");

    public async Task InitializeAsync()
    {
        await _app.StartAsync();
        _client.BaseAddress = new Uri(_app.Urls.Single());
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose() => _client.Dispose();

    private sealed record Note(string Text);
}
