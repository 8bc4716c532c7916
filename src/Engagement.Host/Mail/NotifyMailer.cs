using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.SignIn;

namespace Engagement.Host.Mail;

/// <summary>
/// Sends e-mail by GOV.UK Notify's HTTP API, in one template of its own whose subject and message are put in. Notify makes its own page of the text, so ours
/// is not sent.
/// </summary>
internal sealed class NotifyMailer(NotifySettings settings, TimeProvider clock) : IMailer, IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { BaseAddress = settings.Address };

    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["email_address"] = mail.To,
            ["template_id"] = settings.TemplateId,
            ["personalisation"] = new JsonObject { ["subject"] = mail.Subject, ["body"] = mail.Text },
        };
        if (mail.Id is { } id)
            body["reference"] = id;
        if (mail.Stop is { } stop)
            body["one_click_unsubscribe_url"] = stop.AbsoluteUri;

        using var request = new HttpRequestMessage(HttpMethod.Post, "/v2/notifications/email") { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token());
        using var answer = await _client.SendAsync(request, cancellationToken);
        if (answer.IsSuccessStatusCode)
            return;
        if (answer.StatusCode is HttpStatusCode.BadRequest && await IsAboutTheAddressAsync(answer, cancellationToken))
            throw new MailRefusedException("400");

        // What it says may name the address, and what a message failed with is kept.
        throw new InvalidOperationException($"GOV.UK Notify did not take a message: {(int)answer.StatusCode}.");
    }

    public void Dispose() => _client.Dispose();

    private static async Task<bool> IsAboutTheAddressAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        try
        {
            var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
            return said?["errors"] is JsonArray errors && errors.Any(error =>
                error?["error"]?.GetValue<string>() == "ValidationError" && error["message"]?.GetValue<string>().StartsWith("email_address", StringComparison.Ordinal) == true);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>A JSON Web Token, which Notify takes for half a minute.</summary>
    private string Token()
    {
        var (service, secret) = settings.Parts!.Value;
        var signed = $"{Part(new JsonObject { ["typ"] = "JWT", ["alg"] = "HS256" })}.{Part(new JsonObject { ["iss"] = service, ["iat"] = clock.GetUtcNow().ToUnixTimeSeconds() })}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed)))}";
    }

    private static string Part(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
