using Engagement.Common;

namespace Engagement.SignIn;

/// <summary>Writes the message with the link and the code, and sends it.</summary>
public sealed class SendSignInLinkHandler(SignInLinks links, IMailer mailer, ISiteAddress site, Place place)
{
    public async Task Handle(SendSignInLink message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);

        // A mail server that was away for long: a link that has ended helps nobody.
        if (await links.FindLetterAsync(message.LinkId, cancellationToken) is not var (address, token, code))
            return;

        var link = new Uri(site.Address, $"/sign-in/link?token={token}");
        var mail = new OutgoingMail(
            address,
            $"Your sign-in code is {code}",
            $"""
            Somebody asked to sign in with this e-mail address.

            If you are reading this on the device where you asked, open this link:
            {link}

            If you are reading this on another device, type in this code where you asked:
            {code}

            Both work once, for 15 minutes. If it was not you, you need not do anything: nobody is signed in.
            Do not give the code to anybody. We never ask for it.

            --{" "}
            {place.Name}
            Who sends this: {place.RunBy}
            Write to us: {place.Email}
            By post: {place.PostalAddress}
            """);
        await mailer.SendAsync(mail, cancellationToken);
    }
}
