using CrossAccess.Sandbox.Portal;
using CrossAccess.Sandbox.Protocols;
using CrossAccess.Sandbox.Wire;

namespace CrossAccess.Sandbox.Pages;

/// <summary>Where a person approves the device that shows a code (RFC 8628 §3.3).</summary>
internal sealed class DevicePage(SignIns signIns, ApprovalForm form) : IPage
{
    public string Path => "/device";

    public HttpResponse Get(HttpRequest request)
    {
        if (QueryFields.Parse(request.Query)["user_code"]?.Value is null)
            return HtmlPage.Write(200, "Approve a device", """<form method="get" action="/device"><p><label>Code <input name="user_code" autofocus></label> <button>Next</button></p></form>""");
        DeviceAuthorization device = Find(request);
        return form.Show(request, "Approve a device", $"{device.Client.Name} asks for access to your AWS accounts. Approve only if the device shows {device.UserCode}.");
    }

    public HttpResponse Post(HttpRequest request)
    {
        DeviceAuthorization device = Find(request);
        if (form.Decide(request) is not { } user)
        {
            device.IsDenied = true;
            return HtmlPage.Write(200, "Denied", HtmlPage.Paragraph("The device was told no. You can close this page."));
        }
        device.ApprovedBy = user;
        return HtmlPage.Write(200, "Approved", HtmlPage.Paragraph($"The device is signed in as {user.UserName}. You can close this page."));
    }

    private DeviceAuthorization Find(HttpRequest request)
        => signIns.FindDevice(QueryFields.Parse(request.Query)["user_code"]?.Value) ?? throw new PageRefusal(400, "No device waits under that code.");
}
