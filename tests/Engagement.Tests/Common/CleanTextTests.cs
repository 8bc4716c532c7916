using Engagement.Common;

namespace Engagement.Tests.Common;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  \r\n ", "")]
    [InlineData(" a\r\nb\rc ", "a\nb\nc")]
    [InlineData("a\0b\u0007c", "abc")]
    [InlineData("tab\tstays", "tab\tstays")]
    [InlineData("🌱 stays", "🌱 stays")]
    public void Text_is_kept_as_it_was_meant(string? typed, string kept) => CleanText.Of(typed).ShouldBe(kept);

    [Fact]
    public void Half_a_character_is_taken_out() => CleanText.Of("a" + '\uD83C' + "b").ShouldBe("ab");
}
