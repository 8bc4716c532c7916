namespace Engagement.Web.Tests.HaveYourSay;

/// <summary>Easy Read: a picture to the left of the words, and answers that are large enough for any finger.</summary>
public sealed class PicturesBesideWordsTests
{
    private const string Questions =
        """
        { "sections": [ { "key": "day", "title": "Your day", "introduction": "We ask about your day.", "symbol": "school", "shownWhen": [] } ], "questions": [
          { "key": "travel", "kind": "SINGLE_CHOICE", "text": "How do you get to school?", "hint": null, "symbol": "home", "optional": false,
            "aboutYou": false, "section": "day", "scale": null, "range": null, "shownWhen": [],
            "options": [ { "key": "bus", "label": "By bus", "isOtherAnswer": false }, { "key": "walk", "label": "I walk", "isOtherAnswer": false },
              { "key": "other", "label": "Another way", "isOtherAnswer": false }, { "key": "not-sure", "label": "I’m not sure", "isOtherAnswer": true } ],
            "optionSymbols": [ { "key": "bus", "symbol": "bus" }, { "key": "walk", "symbol": "walk" }, { "key": "other", "symbol": "a-name-nobody-drew" } ] } ] }
        """;

    [Fact]
    public async Task A_question_and_its_answers_have_the_pictures_that_there_are()
    {
        await using var host = await StartAsync();
        using var person = await BeginAsync(host);

        person.Heading.ShouldBe("Your day");
        person.Document.QuerySelectorAll("h1 .symbol[aria-hidden=true]").Length.ShouldBe(1);

        await person.OpenAsync($"/your-voice/say/{Replies.Slug}/answer/questions/1");
        person.Heading.ShouldBe("How do you get to school?");
        person.Document.QuerySelectorAll("h1 .symbol").Length.ShouldBe(1);
        person.Document.QuerySelectorAll(".tiles label").Select(label => (label.TextContent.Trim(), label.QuerySelectorAll(".symbol").Length))
            .ShouldBe([("By bus", 1), ("I walk", 1), ("Another way", 0), ("I’m not sure", 0)]);
    }

    [Fact]
    public async Task A_question_with_pictures_weighs_less_than_20_KB()
    {
        await using var host = await StartAsync();
        using var person = await BeginAsync(host);

        (await PageWeightTests.WeighAsync(person, $"/your-voice/say/{Replies.Slug}/answer/questions/1")).ShouldBeLessThan(20_000);
    }

    /// <summary>A drawing is put into pages as it is: it brings no script, no style, no name and no address.</summary>
    [Fact]
    public async Task Every_drawing_is_lines_and_colours_only()
    {
        await using var host = await PagesHost.StartAsync();
        var files = host.Service<AssetCatalogue>();

        files.Symbols.Count().ShouldBeInRange(80, 150);
        foreach (var name in files.Symbols)
        {
            name.ShouldMatch("^[a-z0-9]+(-[a-z0-9]+)*$");
            files.Symbol(name).ShouldNotBeNull().ShouldMatch("^(<(path|circle|ellipse|rect|g|line|polyline|polygon|/g)[^<>]*>)+$");
            files.Symbol(name)!.ShouldNotMatch(@"\b(id|class|style|href|on\w+)=");
        }
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync();
        host.GraphQL.Data("Survey", Replies.SurveyOf(Questions, audience: "YOUNG_PEOPLE", offeredIn: """{ "kind": "EASY_READ", "language": "en" }"""));
        return host;
    }

    private static async Task<Visitor> BeginAsync(PagesHost host)
    {
        var person = await host.Visit().OpenAsync($"/your-voice/say/{Replies.Slug}/answer");
        await person.PressAsync("Start");
        return await person.PressAsync("Continue", ("who", "YoungPeople"));
    }
}
