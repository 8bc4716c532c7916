using Engagement.Surveys;

namespace Engagement.Tests.Surveys;

public sealed class ReceiptPrinterTests
{
    private static readonly Guid ResponseId = Guid.Parse("66666666-6666-8666-8666-666666666666");
    private readonly ReceiptPrinter _printer = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    [Fact]
    public void A_reference_can_be_read_out_over_the_telephone() =>
        _printer.ReferenceOf(ResponseId).ShouldMatch("^SEND-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$");

    [Fact]
    public void A_secret_has_eighty_bits() => _printer.SecretOf(ResponseId).ShouldMatch("^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$");

    [Fact]
    public void The_same_response_gets_the_same_receipt_on_every_machine()
    {
        var other = new ReceiptPrinter([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

        other.ReferenceOf(ResponseId).ShouldBe(_printer.ReferenceOf(ResponseId));
        other.SecretOf(ResponseId).ShouldBe(_printer.SecretOf(ResponseId));
    }

    [Fact]
    public void The_secret_does_not_follow_from_the_response_alone() =>
        new ReceiptPrinter(new byte[32]).SecretOf(ResponseId).ShouldNotBe(_printer.SecretOf(ResponseId));

    [Theory]
    [InlineData("SEND-7F3K-92QX")]
    [InlineData("send 7f3k 92qx")]
    [InlineData("7F3K92QX")]
    [InlineData(" Send-7F3K92QX ")]
    public void A_reference_is_understood_as_people_type_it(string typed) => ReceiptPrinter.NormaliseReference(typed).ShouldBe("SEND-7F3K-92QX");

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("SEND-7F3")]
    [InlineData("7F3K-92QX-7F3K-92QX")]
    public void What_cannot_be_a_reference_is_none(string? typed) => ReceiptPrinter.NormaliseReference(typed).ShouldBeNull();

    [Fact]
    public void A_misread_letter_still_opens() => ReceiptPrinter.HashOf("o1i1 LLLL oooo 0000").ShouldBe(ReceiptPrinter.HashOf("0111-1111-0000-0000"));
}
