using Engagement.Web.Track;

namespace Engagement.Web.Tests.Track;

public sealed class ReceiptCodesTests
{
    [Theory]
    [InlineData("SEND-7F3K-92QX")]
    [InlineData("send-7f3k-92qx")]
    [InlineData("  send 7f3k 92qx ")]
    [InlineData("SEND7F3K92QX")]
    [InlineData("7F3K-92QX")]
    [InlineData("SEND–7F3K–92QX.")]
    public void A_reference_is_understood_however_it_is_typed(string typed) =>
        ReceiptCodes.Reference(typed).ShouldBe("SEND-7F3K-92QX");

    [Theory]
    [InlineData("4JQ8-ZW3N-H7TA-0C5M")]
    [InlineData("4jq8zw3nh7ta0c5m")]
    [InlineData("4JQ8 ZW3N H7TA OC5M")]
    public void A_secret_is_understood_however_it_is_typed(string typed) =>
        ReceiptCodes.Secret(typed).ShouldBe("4JQ8-ZW3N-H7TA-0C5M");

    [Fact]
    public void Letters_that_codes_never_use_are_read_as_the_digits_they_look_like() =>
        ReceiptCodes.Secret("ILO0 1111 0000 2222").ShouldBe("1100-1111-0000-2222");

    [Theory]
    [InlineData("")]
    [InlineData("???")]
    [InlineData("SEND")]
    public void Nonsense_stays_nonsense_and_never_throws(string typed) =>
        ReceiptCodes.Reference(typed).ShouldStartWith("SEND-");
}
