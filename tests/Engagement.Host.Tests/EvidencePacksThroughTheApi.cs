using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Engagement.Api.Authorization;
using Engagement.Host.Printing;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>From asking for a pack to its files, through GraphQL alone, with Chromium printing it.</summary>
public sealed class EvidencePacksThroughTheApi(PlatformsOfAClass platforms) : IClassFixture<PlatformsOfAClass>
{
    private const string Pack = "query($id: ID!) { evidencePack(id: $id) { state hasPdf manifestHash taken progress { percent } sameAs { id } } }";
    private const string Content = "query($id: ID!, $file: EvidencePackFile!) { evidencePackContent(id: $id, file: $file) { name mediaType content } }";

    [Fact]
    public async Task A_pack_is_asked_for_made_printed_and_taken_and_made_again_it_is_the_same_byte_for_byte()
    {
        var platform = await platforms.WithAsync();
        var commissioner = platform.GraphQL(Roles.Commissioner);
        await commissioner.MutateAsync("adoptCharterEdition", CharterThroughTheApi.Edition("Youth charter", Officer.Today), "charterEdition");
        var asAt = DateTimeOffset.UtcNow;

        var (id, first) = await MadeAsync(commissioner, asAt);
        var (again, second) = await MadeAsync(platform.GraphQL(Roles.Analyst), asAt);

        first["hasPdf"]!.GetValue<bool>().ShouldBeTrue("Chromium is here");
        second["sameAs"]!["id"]!.GetValue<string>().ShouldBe(id);
        var (one, other) = (await TakeAsync(commissioner, id, "ZIP"), await TakeAsync(commissioner, again, "ZIP"));
        one.AsSpan().SequenceEqual(other).ShouldBeTrue();
        using var zip = new ZipArchive(new MemoryStream(one));
        zip.Entries.Select(entry => entry.FullName).ShouldContain("pack.pdf");
        var pdf = Encoding.Latin1.GetString(await TakeAsync(commissioner, id, "PDF"));
        pdf.ShouldStartWith("%PDF");
        pdf.ShouldContain($"/CreationDate (D:{asAt:yyyyMMddHHmmss}");
        pdf.ShouldContain("/MarkInfo");
        (await commissioner.DataAsync(Pack, new { id }))["evidencePack"]!["taken"]!.GetValue<int>().ShouldBe(2);
    }

    [Theory]
    [InlineData("/ID (node00000089) /Names [(node00000012) 1 0 R (node00000089) 2 0 R] (node", "/ID (node00000001) /Names [(node00000000) 1 0 R (node00000001) 2 0 R] (node")]
    [InlineData("(nodebook) (node0000012", "(nodebook) (node0000012")]
    public void How_a_browser_counts_the_parts_of_a_page_makes_no_difference(string printed, string kept)
    {
        var pdf = Encoding.ASCII.GetBytes(printed);

        PdfParts.Number(pdf);

        Encoding.ASCII.GetString(pdf).ShouldBe(kept);
    }

    [Fact]
    public async Task Only_those_who_answer_to_inspectors_have_packs()
    {
        var platform = await platforms.WithAsync();
        foreach (var role in new[] { Roles.Commissioner, Roles.Analyst, Roles.ParticipationOfficer, Roles.DecisionMaker, Roles.Verifier, Roles.Administrator })
            (await platform.GraphQL(role).DataAsync("{ evidencePacks { nodes { id } } }"))["evidencePacks"].ShouldNotBeNull();

        foreach (var role in new[] { Roles.Moderator, Roles.PactRepresentative, Roles.ParentOrCarer, Roles.PrivacyOfficer })
        {
            (await CodeAsync(platform.GraphQL(role), "{ evidencePacks { nodes { id } } }")).ShouldBe("AUTH_NOT_AUTHORIZED");
            (await CodeAsync(platform.GraphQL(role), "mutation { askForEvidencePack(input: {}) { evidencePack { id } } }")).ShouldBe("AUTH_NOT_AUTHORIZED");
        }
    }

    internal static async Task<(string Id, JsonNode Pack)> MadeAsync(GraphQLClient who, DateTimeOffset asAt)
    {
        var id = (await who.MutateAsync("askForEvidencePack", new { asAt }, "evidencePack", "id"))["id"]!.GetValue<string>();
        for (var attempt = 0; attempt < 600; attempt++)
        {
            var pack = (await who.DataAsync(Pack, new { id }))["evidencePack"]!;
            if (pack["state"]!.GetValue<string>() != "ASKED")
                return (id, pack);

            await Task.Delay(100);
        }

        throw new TimeoutException("The pack is not made.");
    }

    private static async Task<string> CodeAsync(GraphQLClient who, string document) =>
        (await who.SendAsync(document))["errors"]![0]!["extensions"]!["code"]!.GetValue<string>();

    private static async Task<byte[]> TakeAsync(GraphQLClient who, string id, string file) =>
        Convert.FromBase64String((await who.DataAsync(Content, new { id, file }))["evidencePackContent"]!["content"]!.GetValue<string>());
}
