using Engagement.Common;

namespace Engagement.Notifications;

/// <summary>What is refused about e-mails, in the words of the pages that families read.</summary>
internal static class NotificationRefusals
{
    public static readonly Refusal AddressWrong = new("ADDRESS_INVALID", "Enter an e-mail address in the correct format, like name@example.com", "address");

    public static readonly Refusal NotAllowed = new("PERMISSION_MISSING", "Tick the box if we may write to you", "mayWrite");

    public static readonly Refusal ContactNotAllowed = new("CONTACT_NOT_ALLOWED", "Say first that we may write to you");

    public static readonly Refusal NoSuchLanguage = new("LANGUAGE_UNKNOWN", "Choose one of the languages that we write in", "language");

    public static readonly Refusal NoSuchDistrict = new("DISTRICT_UNKNOWN", "Choose districts of the county", "districts");

    public static readonly Refusal NoAccount = new("ACCOUNT_MISSING", "Sign in by e-mail first");

    public static readonly Refusal NotOffered = new("MAIL_NOT_SET_UP", "We cannot send e-mails yet. Keep your reference and your secret to see what happens");

    public static readonly Refusal LinkOver = new("LINK_OVER", "This link does not work any more. Use the one in the last e-mail that we sent you");
}
