using Engagement.Common;

namespace Engagement.Tests.Common;

public sealed class IdentityTests
{
    private static readonly Guid Id = Guid.Parse("11111111-1111-4111-8111-111111111111");

    [Theory]
    [InlineData("SEND Strategy 2025–28", "send-strategy-2025-28-")]
    [InlineData("Children's café: what's next?", "childrens-cafe-whats-next-")]
    [InlineData("—", "")]
    public void A_slug_is_the_words_of_the_title(string title, string words) => Slug.For(title, Id).ShouldMatch($"^{words}[0-9a-z]{{6}}$");

    [Fact]
    public void A_long_title_is_cut_between_words()
    {
        var slug = Slug.For(string.Join(' ', Enumerable.Repeat("inclusion", 20)), Id);

        slug.ShouldMatch("^inclusion(-inclusion){5}-[0-9a-z]{6}$");
    }

    [Fact]
    public void Two_things_with_one_title_have_two_addresses() => Slug.For("Strategy", Id).ShouldNotBe(Slug.For("Strategy", Guid.Empty));

    [Fact]
    public void The_same_parts_give_the_same_id_and_others_another()
    {
        DeterministicId.From("view", "a", "b").ShouldBe(DeterministicId.From("view", "a", "b"));
        DeterministicId.From("view", "ab", "c").ShouldNotBe(DeterministicId.From("view", "a", "bc"));
        DeterministicId.From("loop", "a", "b").ShouldNotBe(DeterministicId.From("view", "a", "b"));
    }

    [Fact]
    public void A_derived_id_says_that_it_is_one()
    {
        var text = DeterministicId.From("view", "a").ToString();

        text[14].ShouldBe('8');
        "89ab".ShouldContain(text[19]);
    }

    [Fact]
    public void A_position_survives_being_a_cursor()
    {
        var position = new TimePosition(new DateTimeOffset(2024, 10, 1, 9, 0, 0, TimeSpan.Zero).AddTicks(10), Id);

        TimePosition.TryParse(position.ToString(), out var parsed).ShouldBeTrue();
        parsed.ShouldBe(position);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x_y")]
    [InlineData("-1_11111111111141118111111111111111")]
    [InlineData("99999999999999999999_11111111111141118111111111111111")]
    public void A_cursor_of_someone_elses_making_is_no_position(string? cursor) => TimePosition.TryParse(cursor, out _).ShouldBeFalse();

    [Fact]
    public void Base_32_reads_every_bit() => CrockfordBase32.Encode([0xFF, 0x00, 0xFF, 0x00, 0xFF], 8).ShouldBe("ZW0FY07Z");
}
