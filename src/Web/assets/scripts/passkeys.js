/**
 * Passkeys: a form with data-passkey asks the device for a key ("create") or for its proof ("get"), puts the answer into its field
 * "credential" and is sent like any other form. Where the browser or the address cannot do it, the forms stay hidden.
 */
const able = window.isSecureContext && "PublicKeyCredential" in window && !/^[\d.]+$|:/.test(location.hostname);
for (const element of document.querySelectorAll("[data-passkey-only]")) element.hidden = !able;
for (const element of document.querySelectorAll("[data-passkey-none]")) element.hidden = able;

const bytes = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), letter => letter.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const keys = list => (list ?? []).map(key => ({ ...key, id: bytes(key.id) }));

async function ask(kind, address, token) {
  const answer = await fetch(address, { method: "POST", headers: { Accept: "application/json" }, body: new URLSearchParams({ __RequestVerificationToken: token }) });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const options = await answer.json();
  options.challenge = bytes(options.challenge);
  if (kind === "create") {
    options.user.id = bytes(options.user.id);
    options.excludeCredentials = keys(options.excludeCredentials);
    return navigator.credentials.create({ publicKey: options });
  }
  options.allowCredentials = keys(options.allowCredentials);
  return navigator.credentials.get({ publicKey: options });
}

function written(credential) {
  const given = credential.response;
  const response = { clientDataJSON: text(given.clientDataJSON) };
  if (given.attestationObject) {
    response.attestationObject = text(given.attestationObject);
    response.transports = given.getTransports?.() ?? [];
  } else {
    response.authenticatorData = text(given.authenticatorData);
    response.signature = text(given.signature);
    if (given.userHandle) response.userHandle = text(given.userHandle);
  }
  return JSON.stringify({
    id: credential.id, rawId: text(credential.rawId), type: credential.type, response,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined, clientExtensionResults: credential.getClientExtensionResults(),
  });
}

for (const form of able ? document.querySelectorAll("form[data-passkey]") : []) {
  const trouble = form.querySelector("[data-passkey-trouble]");
  form.addEventListener("submit", async event => {
    event.preventDefault();
    const button = form.querySelector("button");
    button.disabled = true;
    trouble.hidden = true;
    try {
      const credential = await ask(form.dataset.passkey, form.dataset.options, form.elements.__RequestVerificationToken.value);
      form.elements.credential.value = written(credential);
      form.submit();
    } catch (error) {
      trouble.textContent = error.name === "InvalidStateError" ? trouble.dataset.known : error.name === "NotAllowedError" || error.name === "AbortError" ? trouble.dataset.stopped : trouble.dataset.failed;
      trouble.hidden = false;
      button.disabled = false;
    }
  });
}
