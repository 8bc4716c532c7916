using Engagement.Forums;

namespace Engagement.Tests.Forums;

/// <summary>All numbers are from the ranges that are set aside for examples and drama, or are made up.</summary>
public sealed class ContactDetailsTests
{
    [Theory]
    // Phone numbers as people write them.
    [InlineData("Ring me: 07700900123 please", MarkKind.Phone, "07700900123")]
    [InlineData("07700 900 123", MarkKind.Phone, "07700 900 123")]
    [InlineData("07700-900-123", MarkKind.Phone, "07700-900-123")]
    [InlineData("(01632) 960123", MarkKind.Phone, "01632) 960123")]
    [InlineData("01632.960.123", MarkKind.Phone, "01632.960.123")]
    [InlineData("020 7946 0123", MarkKind.Phone, "020 7946 0123")]
    [InlineData("+44 7700 900123", MarkKind.Phone, "+44 7700 900123")]
    [InlineData("+44 (0)7700 900123", MarkKind.Phone, "+44 (0)7700 900123")]
    [InlineData("0044 7700 900123", MarkKind.Phone, "0044 7700 900123")]
    [InlineData("0 7 7 0 0 9 0 0 1 2 3", MarkKind.Phone, "0 7 7 0 0 9 0 0 1 2 3")]
    [InlineData("O77OO 9OO123", MarkKind.Phone, "O77OO 9OO123")]
    [InlineData("oh seven seven double oh nine double oh one two three", MarkKind.Phone, "oh seven seven double oh nine double oh one two three")]
    [InlineData("zero seven 700 nine hundred? no: zero seven 700 nine 00 123", MarkKind.Phone, "zero seven 700 nine 00 123")]
    [InlineData("no one 07700 900123", MarkKind.Phone, "07700 900123")]
    [InlineData("０７７００ ９００１２３", MarkKind.Phone, "０７７００ ９００１２３")]
    [InlineData("call me on 960123", MarkKind.Phone, "960123")]
    // E-mail, also said aloud.
    [InlineData("write to a.parent@mail.example.test", MarkKind.Email, "a.parent@mail.example.test")]
    [InlineData("a.parent @ mail.example.test", MarkKind.Email, "a.parent @ mail.example.test")]
    [InlineData("parent at example dot org", MarkKind.Email, "parent at example dot org")]
    [InlineData("parent (at) mail (dot) example (dot) com", MarkKind.Email, "parent (at) mail (dot) example (dot) com")]
    // Where somebody lives.
    [InlineData("we are in ZZ9 or rather ME14 1XX now", MarkKind.Postcode, "ME14 1XX")]
    [InlineData("ct91xy", MarkKind.Postcode, "ct91xy")]
    [InlineData("SW1A 1AA", MarkKind.Postcode, "SW1A 1AA")]
    [InlineData("come to 12 Orchard Way", MarkKind.StreetAddress, "12 Orchard Way")]
    [InlineData("12a old mill lane", MarkKind.StreetAddress, "12a old mill lane")]
    [InlineData("221 High Street", MarkKind.StreetAddress, "221 High Street")]
    [InlineData("we live at flat 3b", MarkKind.StreetAddress, "flat 3b")]
    // Names elsewhere.
    [InlineData("I am @quiet_harbour there", MarkKind.SocialHandle, "@quiet_harbour")]
    [InlineData("my insta is quiet.harbour", MarkKind.SocialHandle, "insta is quiet.harbour")]
    [InlineData("snap: quietharbour", MarkKind.SocialHandle, "snap: quietharbour")]
    [InlineData("discord name harbour#1234", MarkKind.SocialHandle, "harbour#1234")]
    [InlineData("add me on roblox", MarkKind.SocialHandle, "add me on roblox")]
    [InlineData("see https://family.example.test/us", MarkKind.WebAddress, "https://family.example.test/us")]
    [InlineData("see www.example.test", MarkKind.WebAddress, "www.example.test")]
    [InlineData("see our-family.co.uk/about", MarkKind.WebAddress, "our-family.co.uk/about")]
    // Numbers and dates of a person. 943 476 5919 is the NHS's own example.
    [InlineData("it is 943 476 5919", MarkKind.NhsNumber, "943 476 5919")]
    [InlineData("it is 9434765919", MarkKind.NhsNumber, "9434765919")]
    [InlineData("NHS number 943 476 5910", MarkKind.NhsNumber, "943 476 5910")]
    [InlineData("born on 3 March 2012", MarkKind.DateOfBirth, "born on 3 March 2012")]
    [InlineData("DOB: 03/03/2012", MarkKind.DateOfBirth, "DOB: 03/03/2012")]
    [InlineData("her birthday is 3rd of March", MarkKind.DateOfBirth, "birthday is 3rd of March")]
    [InlineData("date of birth 2012-03-03", MarkKind.DateOfBirth, "birth 2012-03-03")]
    public void these_are_found(string text, MarkKind kind, string part)
    {
        var mark = ContactDetails.Find(text).ShouldHaveSingleItem();

        (mark.Kind, text.Substring(mark.Start, mark.Length)).ShouldBe((kind, part));
    }

    [Theory]
    [InlineData("call 111")]
    [InlineData("call 999 now")]
    [InlineData("call 116 123")]
    [InlineData("Childline is 0800 1111")]
    [InlineData("the NSPCC is 0808 800 5000")]
    [InlineData("the council is 03000 41 41 41")]
    [InlineData("EHCP 2024/25")]
    [InlineData("in Year 7")]
    [InlineData("0 to 25, and 16 to 18")]
    [InlineData("on 23/09/2024 at 10.30")]
    [InlineData("09.30 - 11.45")]
    [InlineData("2019, 2020, 2021 and 2024")]
    [InlineData("1, 2, 3, 4, 5, 6, 7, 8, 9, 10")]
    [InlineData("44,921 children")]
    [InlineData("£1,000,000")]
    [InlineData("KS2 and P4 2nd group")]
    [InlineData("it was my S1 1st term")]
    [InlineData("12 schools close to us")]
    [InlineData("10 minutes down the road")]
    [InlineData("20 minutes drive")]
    [InlineData("3 families on the street")]
    [InlineData("we met @ 10am")]
    [InlineData("Discord is not for children")]
    [InlineData("Facebook is a problem")]
    [InlineData("we look at data dot by dot")]
    [InlineData("he was born in Kent")]
    [InlineData("e.g. transport, i.e. buses")]
    [InlineData("it helps.They said so")]
    [InlineData("one or two of us, no more than three")]
    public void these_are_not(string text) => ContactDetails.Find(text).ShouldBeEmpty();

    [Fact]
    public void several_are_found_in_the_order_of_the_text() =>
        ContactDetails.Find("07700 900123 or parent@mail.example.test in ME14 1XX")
            .Select(mark => mark.Kind)
            .ShouldBe([MarkKind.Phone, MarkKind.Email, MarkKind.Postcode]);

    [Fact]
    public void the_longest_text_there_may_be_is_searched_without_going_astray()
    {
        foreach (var c in "o0+@. 1ae-")
            ContactDetails.Find(new string(c, 5_000)).Count.ShouldBeLessThan(5_000);

        ContactDetails.Find(string.Concat(Enumerable.Repeat("double ", 700)) + "07700900123").ShouldNotBeEmpty();
    }
}
