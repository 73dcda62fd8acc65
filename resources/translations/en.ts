<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="id_ID">
<context>
    <name>AccessButton</name>
    <message>
        <source>Akses aktif: {access}</source>
        <translation>Active access: {access}</translation>
    </message>
    <message>
        <source>Belum ada akses</source>
        <translation>No access yet</translation>
    </message>
    <message>
        <source>Keluar dari akun</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>Manajemen Akses…</source>
        <translation>Access management…</translation>
    </message>
    <message>
        <source>s.d. {date}</source>
        <translation>until {date}</translation>
    </message>
</context>
<context>
    <name>AccessLine</name>
    <message>
        <source>Aktifkan Kembali</source>
        <translation>Reactivate</translation>
    </message>
    <message>
        <source>Pindah satker</source>
        <translation>Move to another work unit</translation>
    </message>
    <message>
        <source>Salin laporan</source>
        <translation>Copy report</translation>
    </message>
    <message>
        <source>Sedang dipakai</source>
        <translation>In use now</translation>
    </message>
</context>
<context>
    <name>Accesses</name>
    <message>
        <source>Admin Perusahaan</source>
        <translation>Company admin</translation>
    </message>
    <message>
        <source>Akses baru</source>
        <translation>New access</translation>
    </message>
    <message>
        <source>Aktifkan Kembali</source>
        <translation>Reactivation</translation>
    </message>
    <message>
        <source>Alasan: {reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>Bila keliru, kirim Salin laporan dan surat tugas ke Pusat Bantuan.</source>
        <translation>If this is a mistake, send the copied report and your letter of assignment to the help centre.</translation>
    </message>
    <message>
        <source>Data lama tetap dapat dibaca; transaksi terbuka lagi setelah diaktifkan kembali.</source>
        <translation>Old data stay readable; transactions open again once it is reactivated.</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Jenis aplikasi</source>
        <translation>Application</translation>
    </message>
    <message>
        <source>Jenis instansi</source>
        <translation>Kind of institution</translation>
    </message>
    <message>
        <source>KLPD</source>
        <translation>Institution (KLPD)</translation>
    </message>
    <message>
        <source>Kategori keluhan</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Keluhan Non Teknis</source>
        <translation>Non-technical complaint</translation>
    </message>
    <message>
        <source>Keluhan Teknis</source>
        <translation>Technical complaint</translation>
    </message>
    <message>
        <source>Lengkapi profil dahulu: akses diajukan setelah profil terverifikasi.</source>
        <translation>Complete your profile first: accesses are asked for once it is verified.</translation>
    </message>
    <message>
        <source>Lihat profil</source>
        <translation>See profile</translation>
    </message>
    <message>
        <source>Luring: ini keadaan saat terakhir masuk; permohonan tampak setelah tersambung.</source>
        <translation>Offline: this is how things stood at the last sign-in; requests appear once connected.</translation>
    </message>
    <message>
        <source>Luring: ini keadaan yang diketahui terakhir ({when}); dimuat lagi setelah tersambung.</source>
        <translation>Offline: this is the last known state ({when}); it is loaded again once connected.</translation>
    </message>
    <message>
        <source>Masa Berlaku Jabatan s.d. {until}</source>
        <translation>Valid until {until}</translation>
    </message>
    <message>
        <source>Mulai Registrasi Profil</source>
        <translation>Begin the profile</translation>
    </message>
    <message>
        <source>Mulai lagi</source>
        <translation>Begin again</translation>
    </message>
    <message>
        <source>Nama lengkap</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Nomor handphone</source>
        <translation>Mobile number</translation>
    </message>
    <message>
        <source>Nomor permohonan: {number}</source>
        <translation>Request number: {number}</translation>
    </message>
    <message>
        <source>Peran</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Permohonan untuk akses ini sedang berjalan.</source>
        <translation>A request for this access is under way.</translation>
    </message>
    <message>
        <source>Pindah satker</source>
        <translation>Move to another work unit</translation>
    </message>
    <message>
        <source>Profil Anda ditolak. Mulai lagi dengan berkas lain.</source>
        <translation>Your profile was rejected. Begin again with other files.</translation>
    </message>
    <message>
        <source>Profil Anda perlu diperbaiki. Giliran Anda.</source>
        <translation>Your profile needs corrections. It is your turn.</translation>
    </message>
    <message>
        <source>Profil sedang diperiksa. Hasilnya dikirim ke email Anda.</source>
        <translation>Your profile is being examined. The result goes to your email.</translation>
    </message>
    <message>
        <source>Profil: {status}</source>
        <translation>Profile: {status}</translation>
    </message>
    <message>
        <source>Satuan kerja / perusahaan</source>
        <translation>Work unit / company</translation>
    </message>
    <message>
        <source>Sejak {since}</source>
        <translation>Since {since}</translation>
    </message>
    <message>
        <source>Siapkan surat tugas yang baru dan perpanjang sebelum berakhir.</source>
        <translation>Prepare the new letter of assignment and renew before it ends.</translation>
    </message>
    <message>
        <source>Tanpa batas waktu</source>
        <translation>Without an end</translation>
    </message>
    <message>
        <source>Unggah Perbaikan Data</source>
        <translation>Upload corrections</translation>
    </message>
    <message>
        <source>Uraian: (tulis di sini)</source>
        <translation>Description: (write here)</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>Verifikator Akses INAPROC</source>
        <translation>INAPROC access verifier</translation>
    </message>
    <message>
        <source>Verifikator Akses Instansi (VAI)</source>
        <translation>Institution access verifier (VAI)</translation>
    </message>
    <message>
        <source>Waktu</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>berakhir {count} hari lalu</source>
        <translation>ended {count} days ago</translation>
    </message>
    <message>
        <source>diputuskan {who} paling lambat {due}</source>
        <translation>decided by {who} by {due}</translation>
    </message>
    <message>
        <source>mulai {day}</source>
        <translation>from {day}</translation>
    </message>
    <message>
        <source>{count} hari lagi</source>
        <translation>{count} days left</translation>
    </message>
</context>
<context>
    <name>AccessesPage</name>
    <message>
        <source>Ajukan peran Anda di instansi, atau hubungkan perusahaan dengan NIB.</source>
        <translation>Ask for your role in an institution, or link a company by its NIB.</translation>
    </message>
    <message>
        <source>Akses saya</source>
        <translation>My accesses</translation>
    </message>
    <message>
        <source>Belum ada akses</source>
        <translation>No access yet</translation>
    </message>
    <message>
        <source>Hubungkan atau Buat Akses</source>
        <translation>Link or create an access</translation>
    </message>
    <message>
        <source>Lanjutkan permohonan</source>
        <translation>Go on with the request</translation>
    </message>
    <message>
        <source>Laporan tersalin. Tempel di Buat Tiket pada Pusat Bantuan, lalu isi uraian.</source>
        <translation>Report copied. Paste it into a ticket of the help centre, then describe the problem.</translation>
    </message>
    <message>
        <source>Manajemen Akses</source>
        <translation>Access management</translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>Muat ulang</source>
        <translation>Reload</translation>
    </message>
    <message>
        <source>Permohonan ditarik. Data lamanya dapat dipakai lagi kapan saja.</source>
        <translation>Request withdrawn. Its data can be used again at any time.</translation>
    </message>
    <message>
        <source>Permohonan ini masih menunggu. Setelah perubahan dikirim, pemeriksaan dimulai dari awal dengan batas waktu yang baru.</source>
        <translation>This request is still waiting. Once the change is sent, checking begins anew with a new deadline.</translation>
    </message>
    <message>
        <source>Permohonan saya</source>
        <translation>My requests</translation>
    </message>
    <message>
        <source>Persetujuan pertama yang mungkin sudah diberikan menjadi batal.</source>
        <translation>A first approval that may have been given is void then.</translation>
    </message>
    <message>
        <source>Salin laporan</source>
        <translation>Copy report</translation>
    </message>
    <message>
        <source>Tarik permohonan</source>
        <translation>Withdraw request</translation>
    </message>
    <message>
        <source>Tarik permohonan ini?</source>
        <translation>Withdraw this request?</translation>
    </message>
    <message>
        <source>Terbuka setelah profil terverifikasi.</source>
        <translation>Opens once the profile is verified.</translation>
    </message>
    <message>
        <source>Ubah permohonan</source>
        <translation>Change the request</translation>
    </message>
    <message>
        <source>Ubah permohonan ini?</source>
        <translation>Change this request?</translation>
    </message>
    <message>
        <source>{role} di {office} tidak diperiksa lagi. Datanya dapat dipakai untuk mengajukan lagi.</source>
        <translation>{role} at {office} will not be examined any more. Its data can be used to ask again.</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>Bentuknya benar; ketersediaan diperiksa nanti.</source>
        <translation>Well formed; whether it is free is checked later.</translation>
    </message>
    <message>
        <source>Contoh: 0812 3456 7890. Kode SMS dikirim ke nomor ini.</source>
        <translation>Example: 0812 3456 7890. The SMS code is sent to this number.</translation>
    </message>
    <message>
        <source>Data akun</source>
        <translation>Account data</translation>
    </message>
    <message>
        <source>Dikirim ke {phone}</source>
        <translation>Sent to {phone}</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Nama lengkap</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Nama pengguna</source>
        <translation>Username</translation>
    </message>
    <message>
        <source>Nomor ponsel</source>
        <translation>Mobile number</translation>
    </message>
    <message>
        <source>Satu akun untuk satu orang. Jabatan dan instansi diisi nanti pada tahap Akses.</source>
        <translation>One account for one person. Position and institution are filled in later, at the stage Access.</translation>
    </message>
    <message>
        <source>Semua hasil verifikasi dikirim ke alamat ini.</source>
        <translation>All results of verification are sent to this address.</translation>
    </message>
    <message>
        <source>Seperti pada KTP atau paspor, tanpa gelar.</source>
        <translation>As on the KTP or passport, without titles.</translation>
    </message>
    <message>
        <source>{minimum}–{maximum} huruf kecil, angka, titik, atau garis bawah.</source>
        <translation>{minimum}–{maximum} lower-case letters, digits, dots or underscores.</translation>
    </message>
</context>
<context>
    <name>AccountSafety</name>
    <message>
        <source>Aktifkan</source>
        <translation>Turn on</translation>
    </message>
    <message>
        <source>Aktifkan verifikasi dua langkah</source>
        <translation>Turn two-step verification on</translation>
    </message>
    <message>
        <source>Akun dibuat</source>
        <translation>Account made</translation>
    </message>
    <message>
        <source>Akun dijeda: banyak percobaan salah</source>
        <translation>Account paused: many wrong attempts</translation>
    </message>
    <message>
        <source>Diminta mematikan verifikasi dua langkah</source>
        <translation>Asked to turn two-step verification off</translation>
    </message>
    <message>
        <source>Email baru</source>
        <translation>New email</translation>
    </message>
    <message>
        <source>Email diganti</source>
        <translation>Email changed</translation>
    </message>
    <message>
        <source>Ganti email</source>
        <translation>Change the email</translation>
    </message>
    <message>
        <source>Ganti kata sandi</source>
        <translation>Change the password</translation>
    </message>
    <message>
        <source>Ganti nomor ponsel</source>
        <translation>Change the mobile number</translation>
    </message>
    <message>
        <source>Kata sandi baru</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Kata sandi dibuat baru lewat Lupa kata sandi</source>
        <translation>Password made anew through Forgotten password</translation>
    </message>
    <message>
        <source>Kata sandi diganti</source>
        <translation>Password changed</translation>
    </message>
    <message>
        <source>Kata sandi sekarang</source>
        <translation>Present password</translation>
    </message>
    <message>
        <source>Kirim kode</source>
        <translation>Send a code</translation>
    </message>
    <message>
        <source>Kode pemulihan</source>
        <translation>Recovery codes</translation>
    </message>
    <message>
        <source>Kode pemulihan baru dibuat</source>
        <translation>New recovery codes made</translation>
    </message>
    <message>
        <source>Kode pemulihan dipakai</source>
        <translation>Recovery code used</translation>
    </message>
    <message>
        <source>Lanjutkan</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Masuk dari perangkat baru</source>
        <translation>Signed in from a new device</translation>
    </message>
    <message>
        <source>Nomor ponsel baru</source>
        <translation>New mobile number</translation>
    </message>
    <message>
        <source>Nomor ponsel diganti</source>
        <translation>Mobile number changed</translation>
    </message>
    <message>
        <source>Pastikan ini Anda</source>
        <translation>Make sure that it is you</translation>
    </message>
    <message>
        <source>Perangkat lain dikeluarkan sesudahnya.</source>
        <translation>Other devices are signed out afterwards.</translation>
    </message>
    <message>
        <source>Permintaan mematikan verifikasi dua langkah dibatalkan</source>
        <translation>The request to turn two-step verification off was cancelled</translation>
    </message>
    <message>
        <source>Perubahan ini perlu bukti baru bahwa ini Anda. Berlaku beberapa menit.</source>
        <translation>This change needs a fresh proof that it is you. It counts for a few minutes.</translation>
    </message>
    <message>
        <source>Pindah ke ponsel lain</source>
        <translation>Move to another phone</translation>
    </message>
    <message>
        <source>Ponsel lama tetap berlaku sampai kode dari ponsel baru benar.</source>
        <translation>The old phone counts until a code of the new one was right.</translation>
    </message>
    <message>
        <source>Sebuah perangkat dikeluarkan</source>
        <translation>A device was signed out</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Semua perangkat dikeluarkan</source>
        <translation>All devices were signed out</translation>
    </message>
    <message>
        <source>Sesi ditutup: kuncinya dipakai dua kali</source>
        <translation>Session closed: its key was used twice</translation>
    </message>
    <message>
        <source>Verifikasi dua langkah diaktifkan</source>
        <translation>Two-step verification turned on</translation>
    </message>
    <message>
        <source>Verifikasi dua langkah dimatikan</source>
        <translation>Two-step verification turned off</translation>
    </message>
    <message>
        <source>Verifikasi dua langkah pindah ponsel</source>
        <translation>Two-step verification moved to another phone</translation>
    </message>
    <message>
        <source>Verifikasi dua langkah terkunci</source>
        <translation>Two-step verification locked</translation>
    </message>
</context>
<context>
    <name>AccountSafetyPage</name>
    <message>
        <source>Batalkan</source>
        <translation>Cancel the request</translation>
    </message>
    <message>
        <source>Buat kode baru</source>
        <translation>Make new codes</translation>
    </message>
    <message>
        <source>Buat kode pemulihan baru?</source>
        <translation>Make new recovery codes?</translation>
    </message>
    <message>
        <source>Kata sandi sudah diganti; perangkat lain dikeluarkan.</source>
        <translation>The password was changed; other devices were signed out.</translation>
    </message>
    <message>
        <source>Keamanan akun</source>
        <translation>Account safety</translation>
    </message>
    <message>
        <source>Keluar dari semua</source>
        <translation>Sign out everywhere</translation>
    </message>
    <message>
        <source>Keluar dari semua perangkat?</source>
        <translation>Sign out on all devices?</translation>
    </message>
    <message>
        <source>Keluarkan</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>Keluarkan {name}?</source>
        <translation>Sign {name} out?</translation>
    </message>
    <message>
        <source>Kode pemulihan yang lama tidak berlaku lagi.</source>
        <translation>The old recovery codes are void then.</translation>
    </message>
    <message>
        <source>Kontak sudah diganti.</source>
        <translation>The contact was changed.</translation>
    </message>
    <message>
        <source>Matikan</source>
        <translation>Turn off</translation>
    </message>
    <message>
        <source>Matikan verifikasi dua langkah?</source>
        <translation>Turn two-step verification off?</translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>Perangkat ini juga dikeluarkan, dan Anda kembali ke halaman masuk.</source>
        <translation>This device is signed out too, and you return to the sign-in page.</translation>
    </message>
    <message>
        <source>Perangkat itu harus masuk lagi. Pekerjaannya yang belum terkirim tetap di sana.</source>
        <translation>That device must sign in again. Its unsent work stays there.</translation>
    </message>
    <message>
        <source>Perangkat sudah dikeluarkan.</source>
        <translation>The device was signed out.</translation>
    </message>
    <message>
        <source>Permintaan itu dibatalkan; verifikasi dua langkah tetap aktif.</source>
        <translation>The request was cancelled; two-step verification stays on.</translation>
    </message>
    <message>
        <source>Seseorang meminta verifikasi dua langkah dimatikan; berlaku mulai {at}. Bukan Anda? Batalkan, lalu ganti kata sandi.</source>
        <translation>Somebody asked to turn two-step verification off, from {at}. Not you? Cancel the request, then change the password.</translation>
    </message>
    <message>
        <source>Sesudahnya kata sandi saja cukup untuk masuk, dan kode pemulihan tidak berlaku lagi.</source>
        <translation>Afterwards the password alone is enough to sign in, and the recovery codes are void.</translation>
    </message>
    <message>
        <source>Verifikasi dua langkah sudah dimatikan.</source>
        <translation>Two-step verification was turned off.</translation>
    </message>
</context>
<context>
    <name>ActPanel</name>
    <message>
        <source>Anda menandatangani {paper} {number} senilai {total} dengan {vendor}.</source>
        <translation>You are signing {paper} {number} worth {total} with {vendor}.</translation>
    </message>
    <message>
        <source>Anda menerima pesanan dan menandatangani {paper} {number} senilai {total} untuk {vendor}.</source>
        <translation>You are accepting the order and signing {paper} {number} worth {total} for {vendor}.</translation>
    </message>
    <message>
        <source>Luring</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Nomor BAST</source>
        <translation>BAST number</translation>
    </message>
    <message>
        <source>Tanda Tangani</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Tanda tangani</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Terima Pesanan dan Tanda Tangani</source>
        <translation>Accept order and sign</translation>
    </message>
    <message>
        <source>Terima pesanan</source>
        <translation>Accept order</translation>
    </message>
    <message>
        <source>Tolak Pesanan…</source>
        <translation>Decline order…</translation>
    </message>
    <message>
        <source>{reason} Dokumen tetap dapat dibaca.</source>
        <translation>{reason} The document can still be read.</translation>
    </message>
</context>
<context>
    <name>ApprovalsPage</name>
    <message>
        <source>Batas waktu</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Buat Surat Pesanan</source>
        <translation>Issue purchase letter</translation>
    </message>
    <message>
        <source>Buat Surat Pesanan?</source>
        <translation>Issue the purchase letter?</translation>
    </message>
    <message>
        <source>Daftar Persetujuan PPK</source>
        <translation>PPK approval list</translation>
    </message>
    <message>
        <source>Draf tersimpan {time}</source>
        <translation>Draft saved {time}</translation>
    </message>
    <message>
        <source>Giliran Anda</source>
        <translation>Your turn</translation>
    </message>
    <message>
        <source>Kembalikan</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Kembalikan ke PP?</source>
        <translation>Return to the PP?</translation>
    </message>
    <message>
        <source>Kembalikan ke PP…</source>
        <translation>Return to PP…</translation>
    </message>
    <message>
        <source>Keputusan belum tersimpan</source>
        <translation>The decision was not saved</translation>
    </message>
    <message>
        <source>Ketentuan Tambahan dan daftar periksa tersimpan sebagai draf.</source>
        <translation>Additional terms and checklist are saved as a draft.</translation>
    </message>
    <message>
        <source>Kewenangan {roles}</source>
        <translation>Within the authority of {roles}</translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>Menunggu</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Nomor pesanan tetap; negosiasi terbuka lagi di meja PP.</source>
        <translation>The order keeps its number; the negotiation reopens with the PP.</translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation>Vendor</translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Pesanan berakhir dan anggaran yang ditahan dilepas. Ini tidak dapat diurungkan.</source>
        <translation>The order ends and the reserved budget is released. This cannot be undone.</translation>
    </message>
    <message>
        <source>Pesanan ini tidak ada pada akses Anda. Pilih pesanan lain dari daftar.</source>
        <translation>This order is not part of your access. Choose another order from the list.</translation>
    </message>
    <message>
        <source>Pesanan muncul di sini setelah PP mengajukannya atau nego Anda dilanjutkan.</source>
        <translation>Orders appear here once a PP submits them or your own negotiation proceeds.</translation>
    </message>
    <message>
        <source>Tidak ada yang menunggu persetujuan</source>
        <translation>Nothing is waiting for approval</translation>
    </message>
    <message>
        <source>Tinjau {number}</source>
        <translation>Review {number}</translation>
    </message>
    <message>
        <source>Tolak</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>Tolak pesanan?</source>
        <translation>Reject the order?</translation>
    </message>
    <message>
        <source>Tolak…</source>
        <translation>Reject…</translation>
    </message>
    <message>
        <source>diajukan {name}</source>
        <translation>submitted by {name}</translation>
    </message>
    <message>
        <source>hari ini</source>
        <translation>today</translation>
    </message>
    <message>
        <source>hemat {share}</source>
        <translation>saves {share}</translation>
    </message>
    <message>
        <source>{count} butir daftar periksa belum dicentang.</source>
        <translation>Checklist items not ticked yet: {count}.</translation>
    </message>
    <message>
        <source>{count} hari</source>
        <translation>{count} d</translation>
    </message>
    <message>
        <source>{count} menunggu</source>
        <translation>{count} waiting</translation>
    </message>
    <message>
        <source>{total} kepada {vendor}. Surat dapat dibaca dahulu sebelum ditandatangani.</source>
        <translation>{total} to {vendor}. The letter can be read before it is signed.</translation>
    </message>
    <message>
        <source>{total} {sign} {limit} pada harga tayang; dibeli oleh {role}.</source>
        <translation>{total} {sign} {limit} at listed prices; bought by {role}.</translation>
    </message>
</context>
<context>
    <name>Attachments</name>
    <message>
        <source>Dokumen lain</source>
        <translation>Other document</translation>
    </message>
    <message>
        <source>HPS</source>
        <translation>HPS (owner&apos;s estimate)</translation>
    </message>
    <message>
        <source>KAK</source>
        <translation>KAK (terms of reference)</translation>
    </message>
    <message>
        <source>Referensi harga</source>
        <translation>Price reference</translation>
    </message>
    <message>
        <source>Spesifikasi teknis</source>
        <translation>Technical specification</translation>
    </message>
    <message>
        <source>hanya satker</source>
        <translation>work unit only</translation>
    </message>
</context>
<context>
    <name>AttachmentsCard</name>
    <message>
        <source>Buka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Buka {name}</source>
        <translation>Open {name}</translation>
    </message>
    <message>
        <source>Dokumen pendukung</source>
        <translation>Supporting documents</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Tutup pemberitahuan</source>
        <translation>Close notice</translation>
    </message>
</context>
<context>
    <name>BargainPanel</name>
    <message>
        <source>Ajukan Harga Balasan</source>
        <translation>Send counter-offer</translation>
    </message>
    <message>
        <source>Ajukan Harga Baru</source>
        <translation>Send new offer</translation>
    </message>
    <message>
        <source>Ajukan ke PPK</source>
        <translation>Submit to PPK</translation>
    </message>
    <message>
        <source>Balasan Anda</source>
        <translation>Your counter-offer</translation>
    </message>
    <message>
        <source>Balasan penyedia</source>
        <translation>Vendor&apos;s counter-offer</translation>
    </message>
    <message>
        <source>Batalkan Nego…</source>
        <translation>Cancel negotiation…</translation>
    </message>
    <message>
        <source>Butir</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Butir yang dinegosiasikan</source>
        <translation>Items under negotiation</translation>
    </message>
    <message>
        <source>Catatan untuk pihak lain</source>
        <translation>Note to the other party</translation>
    </message>
    <message>
        <source>Harga tayang</source>
        <translation>Listed price</translation>
    </message>
    <message>
        <source>Hemat dari harga tayang</source>
        <translation>Saving on listed price</translation>
    </message>
    <message>
        <source>Isi angka, misalnya 5.</source>
        <translation>Enter a number, for example 5.</translation>
    </message>
    <message>
        <source>Isi kolom:</source>
        <translation>Fill column:</translation>
    </message>
    <message>
        <source>Isi sedikitnya satu harga baru; yang kosong tetap.</source>
        <translation>Enter at least one new price; empty ones stay as they are.</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Lanjut Proses Pesanan</source>
        <translation>Proceed with order</translation>
    </message>
    <message>
        <source>Ongkos kirim · Kurir Penyedia
{place}</source>
        <translation>Shipping · vendor&apos;s courier
{place}</translation>
    </message>
    <message>
        <source>Ongkos kirim · kurir pihak ketiga
{place}</source>
        <translation>Shipping · third-party courier
{place}</translation>
    </message>
    <message>
        <source>PDN</source>
        <translation>PDN</translation>
    </message>
    <message>
        <source>Samakan dengan tawaran pembeli</source>
        <translation>Match the buyer&apos;s offer</translation>
    </message>
    <message>
        <source>Selisih dari harga tayang</source>
        <translation>Difference from listed price</translation>
    </message>
    <message>
        <source>Setujui balasan</source>
        <translation>Agree to counter-offer</translation>
    </message>
    <message>
        <source>Setujui tawaran</source>
        <translation>Agree to offer</translation>
    </message>
    <message>
        <source>TKDN {share}</source>
        <translation>TKDN {share}</translation>
    </message>
    <message>
        <source>Tawaran Anda</source>
        <translation>Your offer</translation>
    </message>
    <message>
        <source>Tawaran baru</source>
        <translation>New offer</translation>
    </message>
    <message>
        <source>Tawaran baru: {item}</source>
        <translation>New offer: {item}</translation>
    </message>
    <message>
        <source>Tawaran pembeli</source>
        <translation>Buyer&apos;s offer</translation>
    </message>
    <message>
        <source>Tolak…</source>
        <translation>Reject…</translation>
    </message>
    <message>
        <source>Total balasan penyedia</source>
        <translation>Total of the vendor&apos;s counter-offer</translation>
    </message>
    <message>
        <source>Total bila tawaran Anda disetujui</source>
        <translation>Total if your offer is agreed</translation>
    </message>
    <message>
        <source>Total tawaran Anda</source>
        <translation>Total of your offer</translation>
    </message>
    <message>
        <source>Total tawaran pembeli</source>
        <translation>Total of the buyer&apos;s offer</translation>
    </message>
    <message>
        <source>Total yang disepakati</source>
        <translation>Agreed total</translation>
    </message>
    <message>
        <source>Turunkan semua</source>
        <translation>Lower all</translation>
    </message>
    <message>
        <source>Ulangi tawaran terakhir Anda</source>
        <translation>Repeat your last offer</translation>
    </message>
    <message>
        <source>di bawah {price}</source>
        <translation>below {price}</translation>
    </message>
    <message>
        <source>harus di bawah {price}</source>
        <translation>must be below {price}</translation>
    </message>
    <message>
        <source>paling rendah {price}</source>
        <translation>at least {price}</translation>
    </message>
    <message>
        <source>paling tinggi {price}</source>
        <translation>at most {price}</translation>
    </message>
    <message>
        <source>tetap</source>
        <translation>fixed</translation>
    </message>
    <message>
        <source>tetap {price}</source>
        <translation>fixed at {price}</translation>
    </message>
    <message>
        <source>{amount} · tayang {price}</source>
        <translation>{amount} · listed {price}</translation>
    </message>
    <message>
        <source>{count} harga perlu diperbaiki.</source>
        <translation>Prices to correct: {count}.</translation>
    </message>
    <message>
        <source>{name}
layanan tambahan</source>
        <translation>{name}
additional service</translation>
    </message>
</context>
<context>
    <name>BellButton</name>
    <message>
        <source>Notifikasi</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Notifikasi, {count} baru</source>
        <translation>Notifications, {count} new</translation>
    </message>
</context>
<context>
    <name>BellPopup</name>
    <message>
        <source>Belum ada notifikasi.</source>
        <translation>No notifications yet.</translation>
    </message>
    <message>
        <source>Notifikasi</source>
        <translation>Notifications</translation>
    </message>
</context>
<context>
    <name>BillCard</name>
    <message>
        <source>Atas nama rekening</source>
        <translation>Account holder</translation>
    </message>
    <message>
        <source>BAST</source>
        <translation>BAST</translation>
    </message>
    <message>
        <source>Dibayar</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Metode</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>Nomor BAST</source>
        <translation>BAST number</translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation>Vendor</translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Pesanan {number}</source>
        <translation>Order {number}</translation>
    </message>
    <message>
        <source>RUP / MAK</source>
        <translation>RUP / MAK</translation>
    </message>
    <message>
        <source>Rekening</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Surat Pesanan</source>
        <translation>Purchase letter</translation>
    </message>
    <message>
        <source>Termin {no} dari {count}</source>
        <translation>Instalment {no} of {count}</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Total pesanan</source>
        <translation>Order total</translation>
    </message>
    <message>
        <source>{date}, nomor {reference}</source>
        <translation>{date}, number {reference}</translation>
    </message>
</context>
<context>
    <name>BudgetCard</name>
    <message>
        <source>Cari kode, nama paket, atau MAK</source>
        <translation>Search code, package name or MAK</translation>
    </message>
    <message>
        <source>Kode RUP</source>
        <translation>RUP code</translation>
    </message>
    <message>
        <source>MAK</source>
        <translation>MAK</translation>
    </message>
    <message>
        <source>Pagu</source>
        <translation>Ceiling</translation>
    </message>
    <message>
        <source>Pagu RUP</source>
        <translation>RUP ceiling</translation>
    </message>
    <message>
        <source>Pagu {pagu}</source>
        <translation>Ceiling {pagu}</translation>
    </message>
    <message>
        <source>Paket ini tidak memuat MAK; ketik sendiri.</source>
        <translation>This package lists no MAK; type it yourself.</translation>
    </message>
    <message>
        <source>Pesanan ini</source>
        <translation>This order</translation>
    </message>
    <message>
        <source>RUP &amp; anggaran</source>
        <translation>RUP &amp; budget</translation>
    </message>
    <message>
        <source>RUP dan pagu</source>
        <translation>RUP and ceiling</translation>
    </message>
    <message>
        <source>Sisa sesudahnya</source>
        <translation>Left afterwards</translation>
    </message>
    <message>
        <source>Sumber dana</source>
        <translation>Source of funds</translation>
    </message>
    <message>
        <source>Terpakai</source>
        <translation>Used</translation>
    </message>
    <message>
        <source>kurang {left}</source>
        <translation>short by {left}</translation>
    </message>
    <message>
        <source>pesanan ini</source>
        <translation>this order</translation>
    </message>
    <message>
        <source>pesanan ini {total}</source>
        <translation>this order {total}</translation>
    </message>
    <message>
        <source>sisa {left}</source>
        <translation>{left} left</translation>
    </message>
    <message>
        <source>terpakai</source>
        <translation>used</translation>
    </message>
    <message>
        <source>terpakai {used}</source>
        <translation>{used} used</translation>
    </message>
    <message>
        <source>{source} {year} · pagu {pagu} · sisa {left}</source>
        <translation>{source} {year} · ceiling {pagu} · {left} left</translation>
    </message>
</context>
<context>
    <name>BusyOverlay</name>
    <message>
        <source>Batalkan</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>CameraDialog</name>
    <message>
        <source>Ambil foto</source>
        <translation>Take picture</translation>
    </message>
    <message>
        <source>Buang foto</source>
        <translation>Throw it away</translation>
    </message>
    <message>
        <source>Izinkan kamera</source>
        <translation>Allow camera</translation>
    </message>
    <message>
        <source>Kamera komputer ini akan dinyalakan untuk mengambil satu foto. Gambar tidak direkam, dan tidak disimpan sebelum Anda menekan Pakai foto ini.</source>
        <translation>The camera of this computer will be switched on to take one picture. Nothing is recorded, and nothing is kept before you press Use this picture.</translation>
    </message>
    <message>
        <source>Kamera tidak dapat dipakai. Periksa izin kamera di pengaturan sistem dan apakah aplikasi lain sedang memakainya, atau pilih berkas foto.</source>
        <translation>The camera cannot be used. Check the camera permission in the system settings and whether another program is using it, or choose a picture file.</translation>
    </message>
    <message>
        <source>Menyalakan kamera…</source>
        <translation>Switching the camera on…</translation>
    </message>
    <message>
        <source>Pakai foto ini</source>
        <translation>Use this picture</translation>
    </message>
</context>
<context>
    <name>CartPage</name>
    <message>
        <source>Buka Katalog</source>
        <translation>Open catalogue</translation>
    </message>
    <message>
        <source>Cari produk di Katalog, lalu tekan Tambah Keranjang.</source>
        <translation>Find a product in the catalogue, then press Add to cart.</translation>
    </message>
    <message>
        <source>Jumlah harga {goods} sebelum pajak dan ongkir</source>
        <translation>Goods {goods} before tax and shipping</translation>
    </message>
    <message>
        <source>Kembalikan</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Keranjang</source>
        <translation>Cart</translation>
    </message>
    <message>
        <source>Keranjang kosong</source>
        <translation>The cart is empty</translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>Satu checkout hanya untuk satu penyedia; tiap penyedia menjadi pesanan tersendiri.</source>
        <translation>One checkout is for one vendor only; each vendor becomes a separate order.</translation>
    </message>
    <message>
        <source>{count} dari {most} baris</source>
        <translation>{count} of {most} lines</translation>
    </message>
    <message>
        <source>{name} dikeluarkan dari Keranjang.</source>
        <translation>{name} was removed from the cart.</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>Berat</source>
        <translation>Weight</translation>
    </message>
    <message>
        <source>Harga</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Impor</source>
        <translation>Imported</translation>
    </message>
    <message>
        <source>Jenis penyedia</source>
        <translation>Type of vendor</translation>
    </message>
    <message>
        <source>Kategori</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Merek</source>
        <translation>Brand</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>PDN</source>
        <translation>PDN</translation>
    </message>
    <message>
        <source>PKP</source>
        <translation>VAT-registered (PKP)</translation>
    </message>
    <message>
        <source>PPN dibebaskan</source>
        <translation>exempt from VAT</translation>
    </message>
    <message>
        <source>PPN tidak dipungut</source>
        <translation>VAT not collected</translation>
    </message>
    <message>
        <source>Pajak</source>
        <translation>Tax</translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation>Vendor</translation>
    </message>
    <message>
        <source>Perbandingan produk</source>
        <translation>Product comparison</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Stok</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>TKDN + BMP</source>
        <translation>TKDN + BMP</translation>
    </message>
    <message>
        <source>UMKK</source>
        <translation>UMKK</translation>
    </message>
    <message>
        <source>bukan PKP</source>
        <translation>not VAT-registered</translation>
    </message>
    <message>
        <source>bukan UMKK</source>
        <translation>not UMKK</translation>
    </message>
    <message>
        <source>bukan objek PPN</source>
        <translation>outside the scope of VAT</translation>
    </message>
    <message>
        <source>habis</source>
        <translation>out of stock</translation>
    </message>
    <message>
        <source>kena PPN</source>
        <translation>subject to VAT</translation>
    </message>
    <message>
        <source>kena PPN, barang mewah</source>
        <translation>subject to VAT, luxury goods</translation>
    </message>
    <message>
        <source>tanpa berat kirim</source>
        <translation>no shipping weight</translation>
    </message>
    <message>
        <source>{grams} gram per {unit}</source>
        <translation>{grams} g per {unit}</translation>
    </message>
    <message>
        <source>{kilograms} kg per {unit}</source>
        <translation>{kilograms} kg per {unit}</translation>
    </message>
    <message>
        <source>{sum} (TKDN {tkdn} + BMP {bmp})</source>
        <translation>{sum} (TKDN {tkdn} + BMP {bmp})</translation>
    </message>
</context>
<context>
    <name>CatalogueFilters</name>
    <message>
        <source>Cari produk</source>
        <translation>Search products</translation>
    </message>
    <message>
        <source>Hapus saringan</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>Harga dari</source>
        <translation>Price from</translation>
    </message>
    <message>
        <source>Harga sampai</source>
        <translation>Price to</translation>
    </message>
    <message>
        <source>Harga terendah</source>
        <translation>Lowest price</translation>
    </message>
    <message>
        <source>Harga tertinggi</source>
        <translation>Highest price</translation>
    </message>
    <message>
        <source>Kategori</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Nama produk, merek, atau penyedia…</source>
        <translation>Product name, brand or vendor…</translation>
    </message>
    <message>
        <source>PDN</source>
        <translation>PDN</translation>
    </message>
    <message>
        <source>Paling sesuai</source>
        <translation>Best match</translation>
    </message>
    <message>
        <source>Semua kategori</source>
        <translation>All categories</translation>
    </message>
    <message>
        <source>Stok tersedia</source>
        <translation>In stock</translation>
    </message>
    <message>
        <source>TKDN + BMP tertinggi</source>
        <translation>Highest TKDN + BMP</translation>
    </message>
    <message>
        <source>Terbaru</source>
        <translation>Newest</translation>
    </message>
    <message>
        <source>UMKK</source>
        <translation>UMKK</translation>
    </message>
    <message>
        <source>Urutkan</source>
        <translation>Sort by</translation>
    </message>
</context>
<context>
    <name>CataloguePageView</name>
    <message>
        <source>Bandingkan</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Bandingkan ({count})</source>
        <translation>Compare ({count})</translation>
    </message>
    <message>
        <source>Hapus saringan</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>Harga</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Hasil pencarian</source>
        <translation>Search results</translation>
    </message>
    <message>
        <source>Katalog</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>Katalog belum pernah diunduh. Sambungkan ke peladen; unduhan dimulai sendiri.</source>
        <translation>The catalogue has never been downloaded. Connect to the server; the download starts by itself.</translation>
    </message>
    <message>
        <source>Katalog diunduh begitu tersambung ke peladen.</source>
        <translation>The catalogue is downloaded as soon as the server can be reached.</translation>
    </message>
    <message>
        <source>Katalog ini diunduh {moment}. Harga dan stok mungkin berubah; checkout memeriksanya lagi.</source>
        <translation>This catalogue was downloaded {moment}. Prices and stock may have changed; checkout verifies them again.</translation>
    </message>
    <message>
        <source>Katalog masih kosong</source>
        <translation>The catalogue is still empty</translation>
    </message>
    <message>
        <source>Katalog per {moment}</source>
        <translation>Catalogue as of {moment}</translation>
    </message>
    <message>
        <source>Kosongkan perbandingan</source>
        <translation>Clear comparison</translation>
    </message>
    <message>
        <source>Longgarkan saringan atau coba kata lain.</source>
        <translation>Loosen the filters or try other words.</translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation>Vendor</translation>
    </message>
    <message>
        <source>Periksa ejaan atau coba kata lain.</source>
        <translation>Check the spelling or try other words.</translation>
    </message>
    <message>
        <source>Pilih sedikitnya dua produk.</source>
        <translation>Choose at least two products.</translation>
    </message>
    <message>
        <source>Produk</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Stok</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>TKDN + BMP</source>
        <translation>TKDN + BMP</translation>
    </message>
    <message>
        <source>Tidak ada produk yang cocok</source>
        <translation>No product matches</translation>
    </message>
    <message>
        <source>UMKK</source>
        <translation>UMKK</translation>
    </message>
    <message>
        <source>per {unit}</source>
        <translation>per {unit}</translation>
    </message>
    <message>
        <source>{count} produk</source>
        <translation>{count} found</translation>
    </message>
</context>
<context>
    <name>ChannelCard</name>
    <message>
        <source>Pilih Metode</source>
        <translation>Choose method</translation>
    </message>
    <message>
        <source>Pilih metode pembayaran</source>
        <translation>Choose the payment method</translation>
    </message>
    <message>
        <source>Tanpa batas nilai.</source>
        <translation>No limit on the amount.</translation>
    </message>
    <message>
        <source>Untuk nilai di bawah {limit}.</source>
        <translation>For amounts below {limit}.</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>Tidak ada yang kurang.</source>
        <translation>Nothing is missing.</translation>
    </message>
</context>
<context>
    <name>Checkout</name>
    <message>
        <source> atau </source>
        <translation> or </translation>
    </message>
    <message>
        <source>Alamat</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Barang</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>Batas nilai</source>
        <translation>Value limit</translation>
    </message>
    <message>
        <source>Cara pembayaran</source>
        <translation>Payment terms</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Dapat diproses {roles}. Selisih {gap} dari batas.</source>
        <translation>{roles} may process this. {gap} below the limit.</translation>
    </message>
    <message>
        <source>Desa/kelurahan atau kecamatan</source>
        <translation>Village or district</translation>
    </message>
    <message>
        <source>Dicentang</source>
        <translation>Ticked</translation>
    </message>
    <message>
        <source>Diperbarui dari {device}. Isian sebelumnya ada di Versi sebelumnya.</source>
        <translation>Updated from {device}. What stood here before is among the earlier versions.</translation>
    </message>
    <message>
        <source>Dokumen pendukung</source>
        <translation>Supporting documents</translation>
    </message>
    <message>
        <source>Draf ini sudah diajukan atau dihapus dari perangkat lain.</source>
        <translation>This draft was submitted or discarded from another device.</translation>
    </message>
    <message>
        <source>Draf yang lama berakhir di perangkat lain. Isian Anda disimpan di sini sebagai draf baru.</source>
        <translation>The old draft ended on another device. What you typed is kept here as a new draft.</translation>
    </message>
    <message>
        <source>Harga tayang</source>
        <translation>Listed price</translation>
    </message>
    <message>
        <source>Isian yang belum terbaca</source>
        <translation>Text that cannot be read yet</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Jumlah per lokasi</source>
        <translation>Quantities per place</translation>
    </message>
    <message>
        <source>Kode RUP</source>
        <translation>RUP code</translation>
    </message>
    <message>
        <source>Kode pos</source>
        <translation>Postal code</translation>
    </message>
    <message>
        <source>Kurir</source>
        <translation>Courier</translation>
    </message>
    <message>
        <source>Kurir Penyedia</source>
        <translation>Vendor&apos;s courier</translation>
    </message>
    <message>
        <source>Kurir pihak ketiga</source>
        <translation>Third-party courier</translation>
    </message>
    <message>
        <source>Langsung (LS)</source>
        <translation>Direct (LS)</translation>
    </message>
    <message>
        <source>Lokasi pengiriman</source>
        <translation>Delivery place</translation>
    </message>
    <message>
        <source>MAK</source>
        <translation>MAK</translation>
    </message>
    <message>
        <source>Metode pembayaran</source>
        <translation>Payment method</translation>
    </message>
    <message>
        <source>Nama penerima</source>
        <translation>Recipient&apos;s name</translation>
    </message>
    <message>
        <source>Nomor telepon</source>
        <translation>Telephone number</translation>
    </message>
    <message>
        <source>PPK peninjau</source>
        <translation>Reviewing PPK</translation>
    </message>
    <message>
        <source>Penawaran awal</source>
        <translation>Opening offer</translation>
    </message>
    <message>
        <source>Penawaran ongkir</source>
        <translation>Shipping offer</translation>
    </message>
    <message>
        <source>Permintaan tiba</source>
        <translation>Requested arrival</translation>
    </message>
    <message>
        <source>Pernyataan</source>
        <translation>Declaration</translation>
    </message>
    <message>
        <source>Sampai batas ini wewenang {roles}. Minta {roles} membuat pesanan ini.</source>
        <translation>Up to this limit the authority lies with {roles}. Ask {roles} to place this order.</translation>
    </message>
    <message>
        <source>Saran potongan harga</source>
        <translation>Suggested discount</translation>
    </message>
    <message>
        <source>Sekaligus (1 termin)</source>
        <translation>In one payment (1 instalment)</translation>
    </message>
    <message>
        <source>Tepat di batas: masih dapat diproses {roles}.</source>
        <translation>Exactly at the limit: {roles} may still process this.</translation>
    </message>
    <message>
        <source>Termin per lokasi pengiriman</source>
        <translation>One instalment per delivery place</translation>
    </message>
    <message>
        <source>Tidak dicentang</source>
        <translation>Not ticked</translation>
    </message>
    <message>
        <source>Uang Persediaan (UP)</source>
        <translation>Advance (UP)</translation>
    </message>
    <message>
        <source>Wewenang {roles}. {gap} di atas batas.</source>
        <translation>Authority of {roles}. {gap} above the limit.</translation>
    </message>
    <message>
        <source>belum diisi</source>
        <translation>not filled in yet</translation>
    </message>
    <message>
        <source>lokasi {no}</source>
        <translation>place {no}</translation>
    </message>
    <message>
        <source>perangkat lain</source>
        <translation>another device</translation>
    </message>
    <message>
        <source>perlu diperbaiki</source>
        <translation>needs correction</translation>
    </message>
    <message>
        <source>{gap} di atas batas. Kurangi jumlah barang, atau minta {roles} membuat pesanan ini.</source>
        <translation>{gap} above the limit. Reduce quantities, or ask {roles} to place this order.</translation>
    </message>
</context>
<context>
    <name>CheckoutPage</name>
    <message>
        <source>Bagian checkout</source>
        <translation>Checkout sections</translation>
    </message>
    <message>
        <source>Barang &amp; harga</source>
        <translation>Goods &amp; prices</translation>
    </message>
    <message>
        <source>Belum dapat diajukan: {why}</source>
        <translation>Cannot be submitted yet: {why}</translation>
    </message>
    <message>
        <source>Buka Keranjang</source>
        <translation>Open cart</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Checkout</source>
        <translation>Checkout</translation>
    </message>
    <message>
        <source>Dokumen</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Draf · menyimpan…</source>
        <translation>Draft · saving…</translation>
    </message>
    <message>
        <source>Draf · tersimpan {time} di perangkat ini</source>
        <translation>Draft · saved {time} on this device</translation>
    </message>
    <message>
        <source>Hapus draf</source>
        <translation>Delete draft</translation>
    </message>
    <message>
        <source>Hapus draf checkout ini?</source>
        <translation>Delete this checkout draft?</translation>
    </message>
    <message>
        <source>Isian checkout hilang dari semua perangkat Anda. Barang tetap ada di Keranjang.</source>
        <translation>What was filled in goes from all your devices. The goods stay in the cart.</translation>
    </message>
    <message>
        <source>Lokasi kirim</source>
        <translation>Delivery places</translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>PPK peninjau</source>
        <translation>Reviewing PPK</translation>
    </message>
    <message>
        <source>Pembayaran</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>Pilih barang satu penyedia di Keranjang, lalu tekan Checkout.</source>
        <translation>Select one vendor&apos;s goods in the cart, then press Checkout.</translation>
    </message>
    <message>
        <source>RUP &amp; anggaran</source>
        <translation>RUP &amp; budget</translation>
    </message>
    <message>
        <source>Tidak ada checkout yang dikerjakan</source>
        <translation>No checkout in progress</translation>
    </message>
    <message>
        <source>Versi sebelumnya</source>
        <translation>Earlier versions</translation>
    </message>
    <message>
        <source>{count} produk</source>
        <translation>{count} found</translation>
    </message>
</context>
<context>
    <name>CheckoutPanel</name>
    <message>
        <source>Ajukan Negosiasi</source>
        <translation>Submit negotiation</translation>
    </message>
    <message>
        <source>Anda sedang luring. Pengajuan masuk Kotak Keluar dan baru dihitung sebagai pesanan ketika nomor dari peladen diterima.</source>
        <translation>You are offline. The submission goes to the outbox and counts as an order only once the server has given it a number.</translation>
    </message>
    <message>
        <source>Bukan wewenang Anda</source>
        <translation>Outside your authority</translation>
    </message>
    <message>
        <source>DPP nilai lain {factor}</source>
        <translation>Tax base {factor}</translation>
    </message>
    <message>
        <source>Harga produk</source>
        <translation>Product price</translation>
    </message>
    <message>
        <source>Kurir pihak ketiga</source>
        <translation>Third-party courier</translation>
    </message>
    <message>
        <source>Layanan tambahan</source>
        <translation>Additional service</translation>
    </message>
    <message>
        <source>Lebih rendah</source>
        <translation>Lower</translation>
    </message>
    <message>
        <source>Lengkapi {count} hal di bawah dahulu.</source>
        <translation>Complete the points below first ({count}).</translation>
    </message>
    <message>
        <source>Ongkos kirim</source>
        <translation>Shipping</translation>
    </message>
    <message>
        <source>PPN (penyedia bukan PKP)</source>
        <translation>VAT (vendor not VAT-registered)</translation>
    </message>
    <message>
        <source>PPN {rate}</source>
        <translation>VAT {rate}</translation>
    </message>
    <message>
        <source>Penawaran awal Anda</source>
        <translation>Your opening offer</translation>
    </message>
    <message>
        <source>Penyedia menerima penawaran Anda begitu peladen memberi nomor pesanan.</source>
        <translation>The vendor receives your offer as soon as the server gives the order its number.</translation>
    </message>
    <message>
        <source>Pilih dahulu isian yang berlaku, di atas formulir.</source>
        <translation>First choose what is to stand, above the form.</translation>
    </message>
    <message>
        <source>Ringkasan</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>Sedang diajukan…</source>
        <translation>Submitting…</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Wewenang Anda</source>
        <translation>Within your authority</translation>
    </message>
    <message>
        <source>Yang masih kurang</source>
        <translation>Still missing</translation>
    </message>
    <message>
        <source>dan {count} lagi</source>
        <translation>and {count} more</translation>
    </message>
    <message>
        <source>{saved} ({share})</source>
        <translation>{saved} ({share})</translation>
    </message>
</context>
<context>
    <name>ChecksCard</name>
    <message>
        <source>Asli dan utuh, {count} tanda tangan sah</source>
        <translation>Authentic and intact, valid signatures: {count}</translation>
    </message>
    <message>
        <source>Belum diperiksa.</source>
        <translation>Not checked yet.</translation>
    </message>
    <message>
        <source>Gagal</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Jangan dipakai sebelum jelas sebabnya.</source>
        <translation>Do not use it before the cause is clear.</translation>
    </message>
    <message>
        <source>Keaslian dokumen</source>
        <translation>Authenticity</translation>
    </message>
    <message>
        <source>Lulus</source>
        <translation>Passed</translation>
    </message>
    <message>
        <source>Memeriksa…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Naskah asli, belum ditandatangani</source>
        <translation>Original document, not signed yet</translation>
    </message>
    <message>
        <source>Pemeriksaan otomatis</source>
        <translation>Automatic checks</translation>
    </message>
    <message>
        <source>Sebagian belum dapat diperiksa</source>
        <translation>Some checks are still open</translation>
    </message>
    <message>
        <source>Terbuka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Verifikasi</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>{count} pemeriksaan gagal</source>
        <translation>Failed checks: {count}</translation>
    </message>
</context>
<context>
    <name>ChoiceList</name>
    <message>
        <source>Cari peran</source>
        <translation>Search roles</translation>
    </message>
    <message>
        <source>Tidak ada peran yang cocok. Coba kata lain.</source>
        <translation>No role matches. Try other words.</translation>
    </message>
</context>
<context>
    <name>ChoicePage</name>
    <message>
        <source>Dengan NIK dan KTP elektronik.</source>
        <translation>With NIK and electronic KTP.</translation>
    </message>
    <message>
        <source>Dengan paspor. Hanya dapat menjadi Penyedia.</source>
        <translation>With a passport. Can only be a supplier.</translation>
    </message>
    <message>
        <source>Diputuskan Admin Perusahaan</source>
        <translation>Decided by the company admin</translation>
    </message>
    <message>
        <source>Diputuskan VAI instansi</source>
        <translation>Decided by the institution&apos;s VAI</translation>
    </message>
    <message>
        <source>Diputuskan Verifikator Akses INAPROC</source>
        <translation>Decided by the INAPROC access verifier</translation>
    </message>
    <message>
        <source>Non Penyedia</source>
        <translation>Not a supplier</translation>
    </message>
    <message>
        <source>Pejabat, bendahara, pokja, auditor, atau verifikator sebuah instansi.</source>
        <translation>Officer, treasurer, working group, auditor or verifier of an institution.</translation>
    </message>
    <message>
        <source>Pemilik, staf, atau anggota perusahaan dengan NIB.</source>
        <translation>Owner, staff or member of a company with a NIB.</translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation>Supplier</translation>
    </message>
    <message>
        <source>WNA</source>
        <translation>Foreign citizen (WNA)</translation>
    </message>
    <message>
        <source>WNI</source>
        <translation>Indonesian citizen (WNI)</translation>
    </message>
    <message>
        <source>{first} dan {count} dokumen lain</source>
        <translation>{first} and {count} other documents</translation>
    </message>
</context>
<context>
    <name>ClashCard</name>
    <message>
        <source>Buang perubahan saya</source>
        <translation>Drop my changes</translation>
    </message>
    <message>
        <source>Di perangkat ini</source>
        <translation>On this device</translation>
    </message>
    <message>
        <source>Di perangkat lain</source>
        <translation>On the other device</translation>
    </message>
    <message>
        <source>Dihapus di perangkat lain</source>
        <translation>Discarded on another device</translation>
    </message>
    <message>
        <source>Diubah di dua perangkat</source>
        <translation>Changed on two devices</translation>
    </message>
    <message>
        <source>Draf ini dihapus di perangkat lain, sedangkan di sini ada perubahan yang belum ikut. Simpan sebagai draf baru, atau buang.</source>
        <translation>This draft was discarded on another device, while there are changes here that were not part of it yet. Keep them as a new draft, or drop them.</translation>
    </message>
    <message>
        <source>Draf ini sudah menjadi pesanan {number}, tanpa perubahan terakhir di sini. Simpan perubahan sebagai draf baru hanya bila Anda memang perlu memesan lagi.</source>
        <translation>This draft has become order {number}, without the last changes made here. Keep the changes as a new draft only if you really need to order again.</translation>
    </message>
    <message>
        <source>Gunakan pilihan ini</source>
        <translation>Use these choices</translation>
    </message>
    <message>
        <source>Isian berikut diubah di sini dan di {device} dengan cara berbeda. Pilih yang berlaku; perubahan lain sudah cocok. Kedua versi tetap disimpan 30 hari.</source>
        <translation>These were changed differently here and on {device}. Choose what is to stand; all other changes fit together. Both versions are kept for 30 days.</translation>
    </message>
    <message>
        <source>Isian yang berbeda</source>
        <translation>What differs</translation>
    </message>
    <message>
        <source>Semula</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Simpan sebagai draf baru</source>
        <translation>Keep as a new draft</translation>
    </message>
    <message>
        <source>Sudah diajukan dari perangkat lain</source>
        <translation>Already submitted from another device</translation>
    </message>
    <message>
        <source>diubah di sana</source>
        <translation>changed there</translation>
    </message>
    <message>
        <source>diubah di sini</source>
        <translation>changed here</translation>
    </message>
    <message>
        <source>perlu dipilih</source>
        <translation>choose</translation>
    </message>
</context>
<context>
    <name>CleanList</name>
    <message>
        <source>Pada permohonan ini tidak ada duplikat, Daftar Hitam, atau pemeriksaan yang gagal. Yang dicentang disetujui sekaligus; setiap keputusan tercatat atas nama Anda.</source>
        <translation>These requests show no duplicate, no blacklist and no failed check. Those that are ticked are approved together; each decision is recorded in your name.</translation>
    </message>
</context>
<context>
    <name>CodeInput</name>
    <message>
        <source>{label}, angka {place} dari {count}</source>
        <translation>{label}, digit {place} of {count}</translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>Buka SMS Anda dan salin kodenya ke sini. Anda juga dapat menempelnya.</source>
        <translation>Open your SMS and copy the code here. You can also paste it.</translation>
    </message>
    <message>
        <source>Buka email Anda dan salin kodenya ke sini. Anda juga dapat menempelnya.</source>
        <translation>Open your email and copy the code here. You can also paste it.</translation>
    </message>
    <message>
        <source>Verifikasi email</source>
        <translation>Verify the email</translation>
    </message>
    <message>
        <source>Verifikasi ponsel</source>
        <translation>Verify the phone</translation>
    </message>
</context>
<context>
    <name>CodeStep</name>
    <message>
        <source>Berlaku {wait} lagi · sisa percobaan {tries} · kode baru belum dapat diminta</source>
        <translation>Counts for {wait} · tries left {tries} · no new code can be asked for yet</translation>
    </message>
    <message>
        <source>Berlaku {wait} lagi · sisa percobaan {tries} · sisa pengiriman {sends}</source>
        <translation>Counts for {wait} · tries left {tries} · sends left {sends}</translation>
    </message>
    <message>
        <source>Diawali 08 atau +62.</source>
        <translation>Begins with 08 or +62.</translation>
    </message>
    <message>
        <source>Email baru</source>
        <translation>New email</translation>
    </message>
    <message>
        <source>Isian lain tetap seperti yang sudah Anda isi.</source>
        <translation>Everything else stays as you filled it in.</translation>
    </message>
    <message>
        <source>Kalau tetap tidak sampai, pakai alamat lain lewat Ubah email.</source>
        <translation>If it still does not arrive, use another address with Change email.</translation>
    </message>
    <message>
        <source>Kalau tetap tidak sampai, pakai nomor lain lewat Ubah nomor.</source>
        <translation>If it still does not arrive, use another number with Change number.</translation>
    </message>
    <message>
        <source>Kirim kode</source>
        <translation>Send a code</translation>
    </message>
    <message>
        <source>Kirim kode ke sini</source>
        <translation>Send a code here</translation>
    </message>
    <message>
        <source>Kirim ulang kode</source>
        <translation>Send a new code</translation>
    </message>
    <message>
        <source>Kirim ulang kode ({wait})</source>
        <translation>Send a new code ({wait})</translation>
    </message>
    <message>
        <source>Kode 6 angka</source>
        <translation>6-digit code</translation>
    </message>
    <message>
        <source>Kode 6 angka dikirim ke email {target}.</source>
        <translation>A 6-digit code was sent to the email {target}.</translation>
    </message>
    <message>
        <source>Kode 6 angka dikirim lewat SMS ke {target}.</source>
        <translation>A 6-digit code was sent by SMS to {target}.</translation>
    </message>
    <message>
        <source>Kode akan dikirim ke {target}.</source>
        <translation>A code will be sent to {target}.</translation>
    </message>
    <message>
        <source>Kode belum dikirim.</source>
        <translation>No code was sent yet.</translation>
    </message>
    <message>
        <source>Kode ini sudah tidak berlaku. Minta kode baru.</source>
        <translation>This code no longer counts. Ask for a new one.</translation>
    </message>
    <message>
        <source>Matikan pemblokir SMS, dan pastikan SMS dari pengirim tanpa nomor tidak disaring.</source>
        <translation>Turn SMS blockers off, and make sure that SMS from senders without a number are not filtered.</translation>
    </message>
    <message>
        <source>Nomor ponsel baru</source>
        <translation>New mobile number</translation>
    </message>
    <message>
        <source>Pastikan alamat di atas benar; salah satu huruf saja membuat kode tidak sampai.</source>
        <translation>Make sure that the address above is right; one wrong letter and the code does not arrive.</translation>
    </message>
    <message>
        <source>Pastikan kotak surat tidak penuh, lalu tambahkan pengirim ke kontak.</source>
        <translation>Make sure that the mailbox is not full, then add the sender to your contacts.</translation>
    </message>
    <message>
        <source>Pastikan nomor di atas benar dan kartunya masih aktif.</source>
        <translation>Make sure that the number above is right and its card still active.</translation>
    </message>
    <message>
        <source>Pastikan ponsel menyala, ada sinyal, dan kotak SMS tidak penuh.</source>
        <translation>Make sure that the phone is on, has a signal, and that its SMS box is not full.</translation>
    </message>
    <message>
        <source>Periksa folder spam, promosi, dan karantina kantor.</source>
        <translation>Look into the folders for spam and promotions, and the office&apos;s quarantine.</translation>
    </message>
    <message>
        <source>Terlalu banyak kode salah. Dapat dicoba lagi dalam {wait}.</source>
        <translation>Too many wrong codes. Try again in {wait}.</translation>
    </message>
    <message>
        <source>Tidak jadi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Tidak menerima kode?</source>
        <translation>No code received?</translation>
    </message>
    <message>
        <source>Tunggu satu sampai dua menit, lalu minta kode baru; kode lama tidak berlaku lagi.</source>
        <translation>Wait one to two minutes, then ask for a new code; the old one is void then.</translation>
    </message>
    <message>
        <source>Ubah email</source>
        <translation>Change email</translation>
    </message>
    <message>
        <source>Ubah nomor</source>
        <translation>Change number</translation>
    </message>
    <message>
        <source>Yang dapat diperiksa</source>
        <translation>What can be checked</translation>
    </message>
    <message>
        <source>{target} sudah terverifikasi.</source>
        <translation>{target} is verified.</translation>
    </message>
</context>
<context>
    <name>CodesDialog</name>
    <message>
        <source>Cetak atau simpan kodenya dahulu, lalu centang di sini.</source>
        <translation>Print or save the codes first, then tick here.</translation>
    </message>
</context>
<context>
    <name>CodesPage</name>
    <message>
        <source>Kode pemulihan</source>
        <translation>Recovery codes</translation>
    </message>
    <message>
        <source>Verifikasi dua langkah sudah aktif.</source>
        <translation>Two-step verification is on.</translation>
    </message>
</context>
<context>
    <name>ComboField</name>
    <message>
        <source>Pilih…</source>
        <translation>Choose…</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Cari halaman, nomor pesanan, produk, tindakan</source>
        <translation>Search pages, order numbers, products, actions</translation>
    </message>
    <message>
        <source>Cari halaman, nomor pesanan, produk…</source>
        <translation>Search pages, order numbers, products…</translation>
    </message>
    <message>
        <source>Halaman</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Hasil pencarian</source>
        <translation>Search results</translation>
    </message>
    <message>
        <source>Tidak ada yang cocok.</source>
        <translation>Nothing matches.</translation>
    </message>
    <message>
        <source>Tindakan</source>
        <translation>Actions</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Alasan masih terlalu pendek: paling sedikit {count} huruf.</source>
        <translation>The reason is too short: at least {count} characters.</translation>
    </message>
    <message>
        <source>Paling sedikit {count} huruf; dibaca oleh pihak lain.</source>
        <translation>At least {count} characters; the other party reads it.</translation>
    </message>
    <message>
        <source>Tidak jadi</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ContactCard</name>
    <message>
        <source>Email</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Ganti email</source>
        <translation>Change the email</translation>
    </message>
    <message>
        <source>Ganti kata sandi</source>
        <translation>Change the password</translation>
    </message>
    <message>
        <source>Ganti nomor ponsel</source>
        <translation>Change the mobile number</translation>
    </message>
    <message>
        <source>Ganti…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>Kata sandi</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Kontak dan kata sandi</source>
        <translation>Contact and password</translation>
    </message>
    <message>
        <source>Nama pengguna</source>
        <translation>Username</translation>
    </message>
    <message>
        <source>Nomor ponsel</source>
        <translation>Mobile number</translation>
    </message>
    <message>
        <source>belum ada</source>
        <translation>none yet</translation>
    </message>
    <message>
        <source>belum diganti</source>
        <translation>not changed yet</translation>
    </message>
    <message>
        <source>diganti {date}</source>
        <translation>changed {date}</translation>
    </message>
</context>
<context>
    <name>ContactDialog</name>
    <message>
        <source>Periksa kode</source>
        <translation>Check the code</translation>
    </message>
</context>
<context>
    <name>DateRangeField</name>
    <message>
        <source>Tanggal akhir lebih awal daripada tanggal awal.</source>
        <translation>The end date is earlier than the start date.</translation>
    </message>
    <message>
        <source>{label}, dari</source>
        <translation>{label}, from</translation>
    </message>
    <message>
        <source>{label}, sampai</source>
        <translation>{label}, to</translation>
    </message>
</context>
<context>
    <name>DecisionCard</name>
    <message>
        <source>Alamat dan waktu pengiriman benar</source>
        <translation>Delivery addresses and dates are right</translation>
    </message>
    <message>
        <source>Baris pajak sudah diperiksa</source>
        <translation>Tax lines have been checked</translation>
    </message>
    <message>
        <source>Daftar periksa</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>Harga wajar dan sudah dinegosiasikan</source>
        <translation>The price is fair and has been negotiated</translation>
    </message>
    <message>
        <source>Identitas dan status penyedia sesuai</source>
        <translation>The vendor&apos;s identity and status are in order</translation>
    </message>
    <message>
        <source>Ketentuan Tambahan</source>
        <translation>Additional terms</translation>
    </message>
    <message>
        <source>Nilai sesuai kewenangan pelaksana</source>
        <translation>The value is within the buyer&apos;s authority</translation>
    </message>
    <message>
        <source>RUP, MAK, dan pagu tepat serta cukup</source>
        <translation>RUP, MAK and ceiling are right and sufficient</translation>
    </message>
    <message>
        <source>Spesifikasi sesuai kebutuhan</source>
        <translation>The specification meets the need</translation>
    </message>
    <message>
        <source>Tercetak pada Surat Pesanan; boleh kosong.</source>
        <translation>Printed on the purchase letter; may stay empty.</translation>
    </message>
    <message>
        <source>Tidak ada benturan kepentingan</source>
        <translation>There is no conflict of interest</translation>
    </message>
    <message>
        <source>{done} dari {whole}</source>
        <translation>{done} of {whole}</translation>
    </message>
</context>
<context>
    <name>DeedCard</name>
    <message>
        <source>Anda ubah</source>
        <translation>changed by you</translation>
    </message>
    <message>
        <source>Apa yang berbeda</source>
        <translation>What differs</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Buka pesanan</source>
        <translation>Open order</translation>
    </message>
    <message>
        <source>Hal</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Ikut batal</source>
        <translation>Fell with it</translation>
    </message>
    <message>
        <source>Isi</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Kirim gabungan</source>
        <translation>Send merged</translation>
    </message>
    <message>
        <source>Pilih per baris: milik Anda atau yang sekarang. Yang lain tetap seperti sekarang.</source>
        <translation>Choose row by row: yours, or what stands now. Everything else stays as it is now.</translation>
    </message>
    <message>
        <source>Pilih sedikitnya satu baris milik Anda.</source>
        <translation>Choose at least one row of yours.</translation>
    </message>
    <message>
        <source>Saat Anda lihat</source>
        <translation>When you looked</translation>
    </message>
    <message>
        <source>Salin isi</source>
        <translation>Copy content</translation>
    </message>
    <message>
        <source>Sekarang</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Yang Anda inginkan</source>
        <translation>What you wanted</translation>
    </message>
    <message>
        <source>Yang Anda kerjakan</source>
        <translation>What you did</translation>
    </message>
    <message>
        <source>berubah sesudah Anda lihat</source>
        <translation>changed after you looked</translation>
    </message>
    <message>
        <source>tidak tercatat</source>
        <translation>not recorded</translation>
    </message>
</context>
<context>
    <name>DeliveryCard</name>
    <message>
        <source>Kurir</source>
        <translation>Courier</translation>
    </message>
    <message>
        <source>Kurir Penyedia</source>
        <translation>Vendor&apos;s courier</translation>
    </message>
    <message>
        <source>Kurir pihak ketiga</source>
        <translation>Third-party courier</translation>
    </message>
    <message>
        <source>Lokasi pengiriman</source>
        <translation>Delivery place</translation>
    </message>
    <message>
        <source>Penerima dan alamat</source>
        <translation>Recipient and address</translation>
    </message>
    <message>
        <source>Pengiriman</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>Permintaan tiba</source>
        <translation>Requested arrival</translation>
    </message>
</context>
<context>
    <name>DeskWords</name>
    <message>
        <source>Akan Berakhir</source>
        <translation>Ending soon</translation>
    </message>
    <message>
        <source>Aktif</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>Belum berlaku</source>
        <translation>Not yet valid</translation>
    </message>
    <message>
        <source>Berkas yang persis sama</source>
        <translation>The very same file</translation>
    </message>
    <message>
        <source>Daftar Hitam</source>
        <translation>Blacklist</translation>
    </message>
    <message>
        <source>Dikirim</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Dikirim ulang</source>
        <translation>Sent again</translation>
    </message>
    <message>
        <source>Diminta perbaikan</source>
        <translation>A fix was asked for</translation>
    </message>
    <message>
        <source>Dinonaktifkan</source>
        <translation>Deactivated</translation>
    </message>
    <message>
        <source>Disetujui</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>Disetujui pemeriksa pertama</source>
        <translation>Approved by the first verifier</translation>
    </message>
    <message>
        <source>Ditarik</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Ditarik pemohon</source>
        <translation>Withdrawn by the applicant</translation>
    </message>
    <message>
        <source>Ditolak</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>Diubah pemohon</source>
        <translation>Changed by the applicant</translation>
    </message>
    <message>
        <source>Duplikat?</source>
        <translation>Duplicate?</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Email yang sama pada akun lain</source>
        <translation>The same email on another account</translation>
    </message>
    <message>
        <source>Gagal</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Kedaluwarsa</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>Kewarganegaraan</source>
        <translation>Nationality</translation>
    </message>
    <message>
        <source>Laki-laki</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>Lolos</source>
        <translation>Passed</translation>
    </message>
    <message>
        <source>Menunggu Verifikasi</source>
        <translation>Waiting for verification</translation>
    </message>
    <message>
        <source>Milik sendiri</source>
        <translation>Your own</translation>
    </message>
    <message>
        <source>Minta Perbaikan</source>
        <translation>Ask for a fix</translation>
    </message>
    <message>
        <source>NIB yang sama</source>
        <translation>The same NIB</translation>
    </message>
    <message>
        <source>NIK</source>
        <translation>NIK</translation>
    </message>
    <message>
        <source>NIK yang sama pada akun lain</source>
        <translation>The same NIK on another account</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>NIP yang sama pada akun lain</source>
        <translation>The same NIP on another account</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nama dan tanggal lahir yang sama</source>
        <translation>The same name and date of birth</translation>
    </message>
    <message>
        <source>Nama pengguna</source>
        <translation>Username</translation>
    </message>
    <message>
        <source>Nomor Ponsel</source>
        <translation>Phone number</translation>
    </message>
    <message>
        <source>Nomor paspor yang sama pada akun lain</source>
        <translation>The same passport number on another account</translation>
    </message>
    <message>
        <source>Nomor ponsel yang sama pada akun lain</source>
        <translation>The same phone number on another account</translation>
    </message>
    <message>
        <source>Nomor surat yang sama</source>
        <translation>The same letter number</translation>
    </message>
    <message>
        <source>Orang yang sama dengan akun lain</source>
        <translation>The same person as another account</translation>
    </message>
    <message>
        <source>Paspor</source>
        <translation>Passport</translation>
    </message>
    <message>
        <source>Pemeriksa 2</source>
        <translation>Second eyes</translation>
    </message>
    <message>
        <source>Peran dan satuan kerja yang sama</source>
        <translation>The same role and work unit</translation>
    </message>
    <message>
        <source>Perempuan</source>
        <translation>Female</translation>
    </message>
    <message>
        <source>Periksa sendiri</source>
        <translation>Check yourself</translation>
    </message>
    <message>
        <source>Perlu Perbaikan</source>
        <translation>Needs a fix</translation>
    </message>
    <message>
        <source>Perpanjangan</source>
        <translation>Renewal</translation>
    </message>
    <message>
        <source>Pindah satker</source>
        <translation>Change of office</translation>
    </message>
    <message>
        <source>Profil WNA</source>
        <translation>Profile (foreigner)</translation>
    </message>
    <message>
        <source>Profil WNI</source>
        <translation>Profile (citizen)</translation>
    </message>
    <message>
        <source>Setujui</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>Status profil</source>
        <translation>Status of the profile</translation>
    </message>
    <message>
        <source>Tanggal lahir</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>Terverifikasi</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>Tolak</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>lewat {span}</source>
        <translation>{span} late</translation>
    </message>
    <message>
        <source>{count} halaman</source>
        <translation>{count} pages</translation>
    </message>
    <message>
        <source>{count} hari</source>
        <translation>{count} days</translation>
    </message>
    <message>
        <source>{count} jam</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{count} menit</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{days} hari {hours} jam</source>
        <translation>{days} days {hours} h</translation>
    </message>
    <message>
        <source>{span} lagi</source>
        <translation>{span} left</translation>
    </message>
</context>
<context>
    <name>DevicesCard</name>
    <message>
        <source>Belum ada perangkat untuk ditampilkan.</source>
        <translation>There are no devices to show yet.</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Keluar dari semua…</source>
        <translation>Sign out everywhere…</translation>
    </message>
    <message>
        <source>Keluarkan…</source>
        <translation>Sign out…</translation>
    </message>
    <message>
        <source>Masuk sejak</source>
        <translation>Signed in since</translation>
    </message>
    <message>
        <source>Perangkat</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>Perangkat dan sesi</source>
        <translation>Devices and sessions</translation>
    </message>
    <message>
        <source>Perangkat ini</source>
        <translation>This device</translation>
    </message>
    <message>
        <source>Perangkat tanpa nama</source>
        <translation>Device without a name</translation>
    </message>
    <message>
        <source>Perangkat yang masuk</source>
        <translation>Devices that are signed in</translation>
    </message>
    <message>
        <source>Terakhir dipakai</source>
        <translation>Last used</translation>
    </message>
</context>
<context>
    <name>DocumentPreview</name>
    <message>
        <source>Dokumen ini tidak dapat ditampilkan. Berkasnya mungkin rusak; unduh ulang.</source>
        <translation>This document cannot be shown. The file may be damaged; download it again.</translation>
    </message>
    <message>
        <source>Halaman {page} dari {count}</source>
        <translation>Page {page} of {count}</translation>
    </message>
    <message>
        <source>Menyiapkan pratinjau…</source>
        <translation>Preparing preview…</translation>
    </message>
    <message>
        <source>Perbesar</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>Perkecil</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>Selebar halaman</source>
        <translation>Fit width</translation>
    </message>
</context>
<context>
    <name>DocumentsCard</name>
    <message>
        <source>BAST</source>
        <translation>BAST</translation>
    </message>
    <message>
        <source>Belum ada. Surat Pesanan dibuat oleh PPK.</source>
        <translation>None yet. The PPK issues the purchase letter.</translation>
    </message>
    <message>
        <source>Belum ditandatangani</source>
        <translation>Not signed yet</translation>
    </message>
    <message>
        <source>Buka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Buka {kind} {number}</source>
        <translation>Open {kind} {number}</translation>
    </message>
    <message>
        <source>Ditandatangani 1/2</source>
        <translation>Signed 1/2</translation>
    </message>
    <message>
        <source>Ditandatangani 2/2</source>
        <translation>Signed 2/2</translation>
    </message>
    <message>
        <source>Dokumen</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Surat Pesanan</source>
        <translation>Purchase letter</translation>
    </message>
</context>
<context>
    <name>DocumentsPanel</name>
    <message>
        <source>Berkasnya mungkin rusak. Minta pemohon mengunggah ulang.</source>
        <translation>The file may be damaged. Ask the applicant to upload it again.</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Dokumen</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Dokumen belum dapat dibuka</source>
        <translation>The document cannot be opened yet</translation>
    </message>
    <message>
        <source>Gambar dokumen</source>
        <translation>Picture of the document</translation>
    </message>
    <message>
        <source>Gambar ini tidak dapat ditampilkan</source>
        <translation>This picture cannot be shown</translation>
    </message>
    <message>
        <source>Memuat dokumen…</source>
        <translation>Loading the document…</translation>
    </message>
    <message>
        <source>Pas di jendela (0)</source>
        <translation>Fit to the window (0)</translation>
    </message>
    <message>
        <source>Perbesar (+)</source>
        <translation>Larger (+)</translation>
    </message>
    <message>
        <source>Perkecil (−)</source>
        <translation>Smaller (−)</translation>
    </message>
    <message>
        <source>Putar 90° (R)</source>
        <translation>Turn by 90° (R)</translation>
    </message>
    <message>
        <source>Tidak ada dokumen</source>
        <translation>No documents</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Akun ini belum dapat bertransaksi: masih ada dua tahap.</source>
        <translation>This account cannot trade yet: two stages are left.</translation>
    </message>
    <message>
        <source>Berikutnya tahap 2, Profil: siapkan KTP atau paspor untuk difoto. Sesudah profil terverifikasi, tahap 3, Akses, menentukan jabatan dan instansi Anda.</source>
        <translation>Next is stage 2, Profile: have your KTP or passport ready to be photographed. Once the profile is verified, stage 3, Access, settles your position and institution.</translation>
    </message>
    <message>
        <source>Email dan ponsel</source>
        <translation>Email and phone</translation>
    </message>
    <message>
        <source>Identitas digital {name} sudah terdaftar</source>
        <translation>The digital identity of {name} is registered</translation>
    </message>
    <message>
        <source>Masuk dan lanjut ke Profil</source>
        <translation>Sign in and go on to Profile</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Verifikasi dua langkah</source>
        <translation>Two-step verification</translation>
    </message>
    <message>
        <source>aktif</source>
        <translation>on</translation>
    </message>
    <message>
        <source>belum aktif; dapat dipasang di Keamanan akun</source>
        <translation>not on yet; it can be set up under Account safety</translation>
    </message>
    <message>
        <source>terverifikasi</source>
        <translation>verified</translation>
    </message>
</context>
<context>
    <name>DraftsCard</name>
    <message>
        <source>Balasan nego · {title}</source>
        <translation>Negotiation reply · {title}</translation>
    </message>
    <message>
        <source>Checkout · {title}</source>
        <translation>Checkout · {title}</translation>
    </message>
    <message>
        <source>Draf</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>Tidak ada draf.</source>
        <translation>No drafts.</translation>
    </message>
    <message>
        <source>Tinjauan · {title}</source>
        <translation>Review · {title}</translation>
    </message>
    <message>
        <source>perangkat lain</source>
        <translation>another device</translation>
    </message>
    <message>
        <source>perlu dipilih</source>
        <translation>choose</translation>
    </message>
    <message>
        <source>{device} · {when}</source>
        <translation>{device} · {when}</translation>
    </message>
</context>
<context>
    <name>EmailPage</name>
    <message>
        <source>Nama pengguna lain</source>
        <translation>Another username</translation>
    </message>
    <message>
        <source>Nama pengguna {name} sudah dipakai.</source>
        <translation>The username {name} is taken.</translation>
    </message>
    <message>
        <source>Pilih salah satu yang masih bebas, atau tulis yang lain.</source>
        <translation>Choose one that is free, or write another one.</translation>
    </message>
</context>
<context>
    <name>EndingDialog</name>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Catatan untuk pemilik akses</source>
        <translation>Note to the holder</translation>
    </message>
    <message>
        <source>Jelaskan dalam satu kalimat.</source>
        <translation>Explain it in a sentence.</translation>
    </message>
    <message>
        <source>Nonaktifkan</source>
        <translation>Deactivate</translation>
    </message>
    <message>
        <source>Nonaktifkan akses?</source>
        <translation>Deactivate the access?</translation>
    </message>
    <message>
        <source>Pilih alasannya.</source>
        <translation>Choose the reason.</translation>
    </message>
    <message>
        <source>{name}, {what}. Akses ini berhenti saat itu juga; yang sudah dikerjakan tetap tercatat. Pemilik akses membaca alasan dan catatan Anda.</source>
        <translation>{name}, {what}. This access ends at once; what was done with it stays on record. Its holder reads your reason and note.</translation>
    </message>
</context>
<context>
    <name>EventsCard</name>
    <message>
        <source>Riwayat keamanan</source>
        <translation>Safety history</translation>
    </message>
    <message>
        <source>Setiap kejadian juga dikirim ke email Anda. Ada yang bukan Anda? Ganti kata sandi.</source>
        <translation>Each event is also sent to your email. Was it not you? Change the password.</translation>
    </message>
</context>
<context>
    <name>FactorResetDialog</name>
    <message>
        <source>Isi kata sandi.</source>
        <translation>Fill in the password.</translation>
    </message>
    <message>
        <source>Isi nama pengguna atau email.</source>
        <translation>Fill in the username or email.</translation>
    </message>
    <message>
        <source>Kata sandi</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Ke halaman masuk</source>
        <translation>To the sign-in page</translation>
    </message>
    <message>
        <source>Kirim kode</source>
        <translation>Send a code</translation>
    </message>
    <message>
        <source>Kode 1 dari 2, lewat email.</source>
        <translation>Code 1 of 2, by email.</translation>
    </message>
    <message>
        <source>Kode 2 dari 2, lewat SMS.</source>
        <translation>Code 2 of 2, by SMS.</translation>
    </message>
    <message>
        <source>Nama pengguna atau email</source>
        <translation>Username or email</translation>
    </message>
    <message>
        <source>Periksa kode</source>
        <translation>Check the code</translation>
    </message>
    <message>
        <source>Ponsel atau kode pemulihan ditemukan lagi? Masuk saja seperti biasa: permintaan ini batal dengan sendirinya.</source>
        <translation>Found the phone or the recovery codes again? Just sign in as usual: the request is cancelled by itself.</translation>
    </message>
    <message>
        <source>Ponsel dan kode pemulihan hilang</source>
        <translation>Phone and recovery codes lost</translation>
    </message>
    <message>
        <source>Sesudah itu masuklah dengan kata sandi saja, lalu aktifkan lagi verifikasi dua langkah di Keamanan akun.</source>
        <translation>After that sign in with the password alone, then turn two-step verification on again in Account safety.</translation>
    </message>
    <message>
        <source>Sesudah itu masuklah dengan kata sandi saja, paling lambat {until}, lalu aktifkan lagi verifikasi dua langkah di Keamanan akun. Akses yang mewajibkannya baru dapat dipakai lagi sesudahnya.</source>
        <translation>After that sign in with the password alone, by {until} at the latest, then turn two-step verification on again in Account safety. Accesses that demand it can be used again only afterwards.</translation>
    </message>
    <message>
        <source>Tidak langsung berlaku: ada masa tunggu. Selama itu pemilik akun diberi tahu lewat email, dan permintaan ini dapat dibatalkan dari perangkat mana pun yang masih masuk.</source>
        <translation>It does not take effect at once: there is a waiting time. Meanwhile the owner of the account is told by email, and the request can be cancelled on any device that is still signed in.</translation>
    </message>
    <message>
        <source>Verifikasi dua langkah dapat dimatikan dengan tiga bukti: kata sandi, kode lewat email, dan kode lewat SMS.</source>
        <translation>Two-step verification can be turned off with three proofs: the password, a code by email, and a code by SMS.</translation>
    </message>
    <message>
        <source>Verifikasi dua langkah dimatikan, berlaku mulai {at}.</source>
        <translation>Two-step verification will be off from {at}.</translation>
    </message>
</context>
<context>
    <name>FailureDialog</name>
    <message>
        <source>Keterangan teknis</source>
        <translation>Technical details</translation>
    </message>
    <message>
        <source>Salin laporan</source>
        <translation>Copy report</translation>
    </message>
    <message>
        <source>Tersalin</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Yang dapat dilakukan</source>
        <translation>What you can do</translation>
    </message>
    <message>
        <source>Yang tersimpan</source>
        <translation>What was kept</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>wajib</source>
        <translation>required</translation>
    </message>
</context>
<context>
    <name>FileWindow</name>
    <message>
        <source>Berkas ini belum ada di komputer ini dan peladen tidak terjangkau. Sambungkan jaringan, lalu buka lagi.</source>
        <translation>This file is not on this computer yet and the server is out of reach. Connect to the network, then open it again.</translation>
    </message>
    <message>
        <source>Berkas ini tidak dapat ditampilkan. Simpan salinan, lalu buka dengan aplikasi lain.</source>
        <translation>This file cannot be shown. Save a copy, then open it with another application.</translation>
    </message>
    <message>
        <source>Isi berkas</source>
        <translation>Content of the file</translation>
    </message>
    <message>
        <source>Mengambil berkas…</source>
        <translation>Fetching the file…</translation>
    </message>
    <message>
        <source>Salinan disimpan di {path}. Salinan itu tidak terenkripsi.</source>
        <translation>The copy was saved to {path}. The copy is not encrypted.</translation>
    </message>
    <message>
        <source>Simpan salinan</source>
        <translation>Save a copy</translation>
    </message>
    <message>
        <source>Simpan salinan…</source>
        <translation>Save a copy…</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>FilesCard</name>
    <message>
        <source>Boleh kosong: KAK, spesifikasi, HPS, referensi harga. PDF, JPG, atau PNG, paling banyak {count} berkas, masing-masing sampai {size}.</source>
        <translation>Optional: KAK, specification, HPS, price references. PDF, JPG or PNG, at most {count} files of up to {size} each.</translation>
    </message>
    <message>
        <source>Buka {name}</source>
        <translation>Open {name}</translation>
    </message>
    <message>
        <source>Dokumen pendukung</source>
        <translation>Supporting documents</translation>
    </message>
    <message>
        <source>Dokumen pendukung ({kinds})</source>
        <translation>Supporting documents ({kinds})</translation>
    </message>
    <message>
        <source>Hanya untuk satker; tidak terlihat oleh penyedia</source>
        <translation>For the work unit only; the provider does not see it</translation>
    </message>
    <message>
        <source>Hapus {name} dari daftar</source>
        <translation>Remove {name} from the list</translation>
    </message>
    <message>
        <source>Jenis dokumen</source>
        <translation>Kind of document</translation>
    </message>
    <message>
        <source>Memeriksa dan menyimpan berkas…</source>
        <translation>Checking and keeping the file…</translation>
    </message>
    <message>
        <source>Pilih berkas…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>Pilih dokumen pendukung</source>
        <translation>Choose a supporting document</translation>
    </message>
    <message>
        <source>Semua berkas (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>boleh kosong</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>dari perangkat lain</source>
        <translation>from another device</translation>
    </message>
    <message>
        <source>diperiksa</source>
        <translation>being checked</translation>
    </message>
    <message>
        <source>diterima</source>
        <translation>accepted</translation>
    </message>
    <message>
        <source>ditolak</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>ganti {count} berkas</source>
        <translation>replace {count} files</translation>
    </message>
    <message>
        <source>mengunggah {percent} %</source>
        <translation>uploading {percent} %</translation>
    </message>
    <message>
        <source>tersimpan di komputer</source>
        <translation>kept on this computer</translation>
    </message>
</context>
<context>
    <name>Filing</name>
    <message>
        <source>13 angka, seperti di OSS</source>
        <translation>13 digits, as at OSS</translation>
    </message>
    <message>
        <source>16 angka</source>
        <translation>16 digits</translation>
    </message>
    <message>
        <source>16 angka, seperti di KTP</source>
        <translation>16 digits, as on the KTP</translation>
    </message>
    <message>
        <source>18 angka</source>
        <translation>18 digits</translation>
    </message>
    <message>
        <source>Admin Perusahaan</source>
        <translation>Company admin</translation>
    </message>
    <message>
        <source>Bandingkan data dengan gambarnya sekali lagi.</source>
        <translation>Compare the data with the pictures once more.</translation>
    </message>
    <message>
        <source>Bertanda * Wajib Diisi.</source>
        <translation>Fields with * are required.</translation>
    </message>
    <message>
        <source>Cari menurut nama atau kode</source>
        <translation>Search by name or code</translation>
    </message>
    <message>
        <source>Catatan verifikator: {note}</source>
        <translation>Verifier&apos;s note: {note}</translation>
    </message>
    <message>
        <source>Daftar Hitam</source>
        <translation>Blacklist</translation>
    </message>
    <message>
        <source>Data pribadi</source>
        <translation>Personal data</translation>
    </message>
    <message>
        <source>Dokumen</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Draf tersimpan di perangkat ini {time}</source>
        <translation>Draft kept on this device {time}</translation>
    </message>
    <message>
        <source>Draf · menyimpan…</source>
        <translation>Draft · saving…</translation>
    </message>
    <message>
        <source>Formulir peran</source>
        <translation>Form of the role</translation>
    </message>
    <message>
        <source>Foto identitas</source>
        <translation>Identity pictures</translation>
    </message>
    <message>
        <source>Identitas terverifikasi</source>
        <translation>Verified identity</translation>
    </message>
    <message>
        <source>Isi persis seperti di identitas, tanpa disingkat.</source>
        <translation>Exactly as in the identity document, nothing abbreviated.</translation>
    </message>
    <message>
        <source>Kewarganegaraan</source>
        <translation>Citizenship</translation>
    </message>
    <message>
        <source>Konfirmasi satuan kerja</source>
        <translation>Confirmation of the work unit</translation>
    </message>
    <message>
        <source>Menentukan identitas yang diminta.</source>
        <translation>Decides which identity document is asked for.</translation>
    </message>
    <message>
        <source>Menurut NIK: lahir {date}, {sex}</source>
        <translation>According to the NIK: born {date}, {sex}</translation>
    </message>
    <message>
        <source>NIB terdaftar di OSS</source>
        <translation>NIB registered at OSS</translation>
    </message>
    <message>
        <source>NIK Anda pada NIB</source>
        <translation>Your NIK on the NIB</translation>
    </message>
    <message>
        <source>Pemeriksaan dimulai dari awal setelah perubahan dikirim, paling lama {hours} jam.</source>
        <translation>Checking begins anew once the change is sent, and takes at most {hours} hours.</translation>
    </message>
    <message>
        <source>Peran</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Pernyataan</source>
        <translation>Statement</translation>
    </message>
    <message>
        <source>Persetujuan pertama yang mungkin sudah diberikan menjadi batal.</source>
        <translation>A first approval that may have been given is void then.</translation>
    </message>
    <message>
        <source>Perusahaan di INAPROC</source>
        <translation>Company in INAPROC</translation>
    </message>
    <message>
        <source>Pilih peran seperti tertulis di surat tugas atau surat keputusan Anda.</source>
        <translation>Choose the role as written in your letter of assignment or decree.</translation>
    </message>
    <message>
        <source>Sampai tanggal yang tertulis di surat</source>
        <translation>Until the date written in the letter</translation>
    </message>
    <message>
        <source>Satu akun dapat memiliki kedua-duanya.</source>
        <translation>One account can have both.</translation>
    </message>
    <message>
        <source>Seret berkas ke kotaknya atau pilih. Periksa nama tempat di pratinjaunya.</source>
        <translation>Drag a file into its box or choose it. Check the name of the place on the preview.</translation>
    </message>
    <message>
        <source>Seret berkas ke kotaknya, tempel, atau ambil dengan kamera. Diperiksa di sini.</source>
        <translation>Drag a file into its box, paste it, or take it with the camera. It is checked here.</translation>
    </message>
    <message>
        <source>Tanpa gelar, seperti di identitas</source>
        <translation>Without titles, as in the identity document</translation>
    </message>
    <message>
        <source>Tidak Wajib Diisi</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>Tinjau dan kirim</source>
        <translation>Review and send</translation>
    </message>
    <message>
        <source>Tipe Profil</source>
        <translation>Type of profile</translation>
    </message>
    <message>
        <source>Verifikator Akses INAPROC</source>
        <translation>INAPROC access verifier</translation>
    </message>
    <message>
        <source>Verifikator Akses Instansi (VAI)</source>
        <translation>Institution access verifier (VAI)</translation>
    </message>
    <message>
        <source>diperkecil dari {before}</source>
        <translation>made smaller from {before}</translation>
    </message>
    <message>
        <source>laki-laki</source>
        <translation>male</translation>
    </message>
    <message>
        <source>paling besar {most}</source>
        <translation>at most {most}</translation>
    </message>
    <message>
        <source>paling kecil {width}×{height} titik</source>
        <translation>at least {width}×{height} points</translation>
    </message>
    <message>
        <source>perempuan</source>
        <translation>female</translation>
    </message>
    <message>
        <source>{count} halaman</source>
        <translation>{count} pages</translation>
    </message>
    <message>
        <source>{least} sampai {most}</source>
        <translation>{least} to {most}</translation>
    </message>
</context>
<context>
    <name>FilingPageView</name>
    <message>
        <source>Ajukan Akses</source>
        <translation>Ask for access</translation>
    </message>
    <message>
        <source>Aktifkan Kembali</source>
        <translation>Reactivate</translation>
    </message>
    <message>
        <source>Belum terkirim: {why}</source>
        <translation>Not sent: {why}</translation>
    </message>
    <message>
        <source>Contoh surat tersimpan: {name}. Lengkapi, tanda tangani, lalu pindai.</source>
        <translation>Sample letter saved: {name}. Complete it, sign it, then scan it.</translation>
    </message>
    <message>
        <source>Draf terakhir dibuka kembali</source>
        <translation>The last draft was opened again</translation>
    </message>
    <message>
        <source>Kirim</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Kirim perubahan</source>
        <translation>Send the change</translation>
    </message>
    <message>
        <source>Luring: isian tersimpan di sini; pencarian dan pengiriman menunggu.</source>
        <translation>Offline: what you type is kept here; searching and sending wait.</translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>Pindah satker</source>
        <translation>Move to another work unit</translation>
    </message>
    <message>
        <source>Registrasi &amp; Verifikasi Akses</source>
        <translation>Access registration &amp; verification</translation>
    </message>
    <message>
        <source>Registrasi &amp; Verifikasi Profil</source>
        <translation>Profile registration &amp; verification</translation>
    </message>
    <message>
        <source>Ubah permohonan</source>
        <translation>Change the request</translation>
    </message>
    <message>
        <source>Unggah Perbaikan Data</source>
        <translation>Upload corrections</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Tidak jadi</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Atur ulang kantor latihan</source>
        <translation>Reset the training office</translation>
    </message>
    <message>
        <source>Keluar dari akun</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>Kotak surat latihan</source>
        <translation>Training mailbox</translation>
    </message>
    <message>
        <source>Sinkronkan sekarang</source>
        <translation>Synchronise now</translation>
    </message>
    <message>
        <source>Tema gelap</source>
        <translation>Dark theme</translation>
    </message>
    <message>
        <source>Tema mengikuti sistem</source>
        <translation>System theme</translation>
    </message>
    <message>
        <source>Tema terang</source>
        <translation>Light theme</translation>
    </message>
</context>
<context>
    <name>GoodsCard</name>
    <message>
        <source>Barang</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>Barang &amp; penawaran awal</source>
        <translation>Goods &amp; opening offer</translation>
    </message>
    <message>
        <source>Barang dan nilai</source>
        <translation>Goods and amounts</translation>
    </message>
    <message>
        <source>Barang dan penawaran awal</source>
        <translation>Goods and opening offer</translation>
    </message>
    <message>
        <source>Harga satuan</source>
        <translation>Unit price</translation>
    </message>
    <message>
        <source>Hemat dari harga tayang</source>
        <translation>Saving on listed price</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Jumlah harga</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Jumlah penawaran</source>
        <translation>Offer amount</translation>
    </message>
    <message>
        <source>Keluarkan dari checkout ini</source>
        <translation>Remove from this checkout</translation>
    </message>
    <message>
        <source>MAK {mak}</source>
        <translation>MAK {mak}</translation>
    </message>
    <message>
        <source>Ongkos kirim</source>
        <translation>Shipping</translation>
    </message>
    <message>
        <source>Ongkos kirim dan layanan</source>
        <translation>Shipping and services</translation>
    </message>
    <message>
        <source>PPN</source>
        <translation>VAT</translation>
    </message>
    <message>
        <source>Penawaran awal</source>
        <translation>Opening offer</translation>
    </message>
    <message>
        <source>Penawaran ongkir</source>
        <translation>Shipping offer</translation>
    </message>
    <message>
        <source>Penawaran pertama mencakup semua barang dan ongkir, masing-masing di bawah harga tayang dan sebelum pajak. Penyedia menjawab dalam {days} hari kerja.</source>
        <translation>The opening offer covers all goods and shipping, each below its listed price and before tax. The vendor answers within {days} working days.</translation>
    </message>
    <message>
        <source>RUP {code} {name}</source>
        <translation>RUP {code} {name}</translation>
    </message>
    <message>
        <source>Semua penawaran di bawah harga tayang</source>
        <translation>All offers are below the listed price</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>harga berubah: {seen} menjadi {price} per {unit}</source>
        <translation>price changed from {seen} to {price} per {unit}</translation>
    </message>
    <message>
        <source>tayang {price} per {unit}</source>
        <translation>listed {price} per {unit}</translation>
    </message>
    <message>
        <source>tidak ada lagi di katalog</source>
        <translation>no longer in the catalogue</translation>
    </message>
    <message>
        <source>{count} harga Anda isi sendiri; memilih lagi menggantinya.</source>
        <translation>You entered {count} of the prices yourself; choosing again replaces them.</translation>
    </message>
    <message>
        <source>{count} kg</source>
        <translation>{count} kg</translation>
    </message>
    <message>
        <source>{count} produk</source>
        <translation>{count} found</translation>
    </message>
    <message>
        <source>{lowest} sampai {highest}</source>
        <translation>{lowest} to {highest}</translation>
    </message>
    <message>
        <source>{name}
PDN</source>
        <translation>{name}
PDN</translation>
    </message>
    <message>
        <source>{place} · tayang {price}</source>
        <translation>{place} · listed {price}</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>Riwayat</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Riwayat permohonan</source>
        <translation>History of the request</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Ajukan ke PPK</source>
        <translation>Submit to PPK</translation>
    </message>
    <message>
        <source>Buat BAST</source>
        <translation>Issue BAST</translation>
    </message>
    <message>
        <source>Jawab harga balasan</source>
        <translation>Answer counter-offer</translation>
    </message>
    <message>
        <source>Jawab penawaran pembeli</source>
        <translation>Answer buyer&apos;s offer</translation>
    </message>
    <message>
        <source>Kirim barang</source>
        <translation>Ship goods</translation>
    </message>
    <message>
        <source>Konfirmasi pembayaran</source>
        <translation>Confirm payment</translation>
    </message>
    <message>
        <source>Lanjutkan proses pesanan</source>
        <translation>Proceed with order</translation>
    </message>
    <message>
        <source>Periksa barang</source>
        <translation>Inspect goods</translation>
    </message>
    <message>
        <source>Periksa yang tidak diterima</source>
        <translation>Check what was not accepted</translation>
    </message>
    <message>
        <source>Pilih metode pembayaran</source>
        <translation>Choose the payment method</translation>
    </message>
    <message>
        <source>Tanda tangani BAST</source>
        <translation>Sign BAST</translation>
    </message>
    <message>
        <source>Tanda tangani Surat Pesanan</source>
        <translation>Sign purchase letter</translation>
    </message>
    <message>
        <source>Tandai pesanan tiba</source>
        <translation>Mark order as arrived</translation>
    </message>
    <message>
        <source>Terima pesanan</source>
        <translation>Accept order</translation>
    </message>
    <message>
        <source>Tinjau &amp; buat Surat Pesanan</source>
        <translation>Review &amp; issue purchase letter</translation>
    </message>
    <message>
        <source>belum bernomor</source>
        <translation>no number yet</translation>
    </message>
    <message>
        <source>nego turun {share}</source>
        <translation>negotiated down {share}</translation>
    </message>
    <message>
        <source>putaran {no}</source>
        <translation>round {no}</translation>
    </message>
    <message>
        <source>termin {no} dari {count}</source>
        <translation>instalment {no} of {count}</translation>
    </message>
    <message>
        <source>{sent} dari {count} lokasi dikirim</source>
        <translation>{sent} of {count} places shipped</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Menunggu tindakan Anda</source>
        <translation>Waiting for you</translation>
    </message>
    <message>
        <source>Semua pesanan</source>
        <translation>All orders</translation>
    </message>
    <message>
        <source>{count} jatuh tempo hari ini</source>
        <translation>{count} due today</translation>
    </message>
</context>
<context>
    <name>IdentityWizard</name>
    <message>
        <source>Cetak atau simpan kodenya dahulu, lalu centang di sini.</source>
        <translation>Print or save the codes first, then tick here.</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Draf tersimpan {time}</source>
        <translation>Draft saved {time}</translation>
    </message>
    <message>
        <source>Isian Anda dilanjutkan. Kata sandi tidak pernah disimpan, jadi ketik sekali lagi.</source>
        <translation>Your draft goes on. The password is never stored, so type it once more.</translation>
    </message>
    <message>
        <source>Langkah ini butuh sambungan ke peladen. {why}</source>
        <translation>This step needs a connection to the server. {why}</translation>
    </message>
    <message>
        <source>Maksudnya @{domain}? Klik untuk memakainya.</source>
        <translation>Did you mean @{domain}? Click to use it.</translation>
    </message>
    <message>
        <source>Membuat akun…</source>
        <translation>Making the account…</translation>
    </message>
    <message>
        <source>Memeriksa…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Meminta kode…</source>
        <translation>Asking for a code…</translation>
    </message>
    <message>
        <source>Mengirim isian…</source>
        <translation>Sending the form…</translation>
    </message>
    <message>
        <source>Menyiapkan verifikasi dua langkah…</source>
        <translation>Preparing two-step verification…</translation>
    </message>
    <message>
        <source>Registrasi &amp; Verifikasi Identitas Digital</source>
        <translation>Registration &amp; verification of the digital identity</translation>
    </message>
</context>
<context>
    <name>IncomeCard</name>
    <message>
        <source>Belum dibayar</source>
        <translation>Not paid yet</translation>
    </message>
    <message>
        <source>Menunggu BAST</source>
        <translation>Awaiting BAST</translation>
    </message>
    <message>
        <source>Menunggu pembayaran</source>
        <translation>Awaiting payment</translation>
    </message>
    <message>
        <source>Sedang dikerjakan</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>Sudah dibayar</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Uang dalam perjalanan</source>
        <translation>Money on its way</translation>
    </message>
</context>
<context>
    <name>InspectCard</name>
    <message>
        <source>BAST hanya dapat dibuat bila pernyataan ini benar.</source>
        <translation>The BAST can only be issued if this statement is true.</translation>
    </message>
    <message>
        <source>Barang berfungsi dan sesuai spesifikasi.</source>
        <translation>The goods work and meet the specification.</translation>
    </message>
    <message>
        <source>Barang diterima tepat waktu.</source>
        <translation>The goods were received on time.</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Dihitung dari {base} sebelum PPN ({source}). Sebagai informasi; dipotong saat pembayaran bila pernyataan tepat waktu tidak dicentang.</source>
        <translation>Computed from {base} before VAT ({source}). For information; deducted from the payment if the statement on timeliness is not ticked.</translation>
    </message>
    <message>
        <source>Diminta tiba paling lambat {date}.</source>
        <translation>Requested to arrive by {date}.</translation>
    </message>
    <message>
        <source>Isi tanggal selesai, paling lambat hari ini.</source>
        <translation>Enter the completion date, today at the latest.</translation>
    </message>
    <message>
        <source>Jumlah barang sesuai pesanan.</source>
        <translation>The quantities match the order.</translation>
    </message>
    <message>
        <source>Pemeriksaan Tepat Guna</source>
        <translation>Inspection</translation>
    </message>
    <message>
        <source>Simpan Pemeriksaan dan Lanjut ke BAST</source>
        <translation>Save inspection and go on to BAST</translation>
    </message>
    <message>
        <source>Tanggal selesai</source>
        <translation>Completion date</translation>
    </message>
    <message>
        <source>Terlambat {days} hari, denda {penalty}</source>
        <translation>Late by {days} d, penalty {penalty}</translation>
    </message>
</context>
<context>
    <name>ItemPanel</name>
    <message>
        <source>Akses ini tidak dapat memutuskan permohonan tersebut.</source>
        <translation>This access cannot decide on that request.</translation>
    </message>
    <message>
        <source>Berubah: {parts}.</source>
        <translation>Changed: {parts}.</translation>
    </message>
    <message>
        <source>J/K: berikut/sebelum · L: lebarkan · A, P, T: putuskan</source>
        <translation>J/K: next/previous · L: widen · A, P, T: decide</translation>
    </message>
    <message>
        <source>Kembali ke antrean</source>
        <translation>Back to the queue</translation>
    </message>
    <message>
        <source>Lebarkan dokumen, sembunyikan antrean (L)</source>
        <translation>Widen the document, hide the queue (L)</translation>
    </message>
    <message>
        <source>Memuat permohonan…</source>
        <translation>Loading the request…</translation>
    </message>
    <message>
        <source>Menunggu pemeriksa kedua. Pemeriksa pertama, {name}, sudah menyetujui.</source>
        <translation>A second verifier is awaited. The first, {name}, has approved.</translation>
    </message>
    <message>
        <source>Minta Perbaikan…</source>
        <translation>Ask for a fix…</translation>
    </message>
    <message>
        <source>Permohonan ini berubah sejak Anda membukanya, jadi keputusan belum dikirim. {changes} Isian Anda masih ada; periksa lagi lalu putuskan.</source>
        <translation>This request has changed since you opened it, so the decision was not sent. {changes} What you entered is still here; look again, then decide.</translation>
    </message>
    <message>
        <source>Setujui…</source>
        <translation>Approve…</translation>
    </message>
    <message>
        <source>Status sekarang: {status}.</source>
        <translation>Status now: {status}.</translation>
    </message>
    <message>
        <source>Sudah disetujui {name}.</source>
        <translation>Approved by {name} already.</translation>
    </message>
    <message>
        <source>Tolak…</source>
        <translation>Reject…</translation>
    </message>
    <message>
        <source>Tombol {key}</source>
        <translation>Key {key}</translation>
    </message>
    <message>
        <source>dikirim {when}</source>
        <translation>sent {when}</translation>
    </message>
    <message>
        <source>pengiriman ke-{count}</source>
        <translation>sending no. {count}</translation>
    </message>
</context>
<context>
    <name>ItemsCard</name>
    <message>
        <source>BMP {share}</source>
        <translation>BMP {share}</translation>
    </message>
    <message>
        <source>Barang</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>Barang, harga, dan pembanding</source>
        <translation>Goods, prices and comparison</translation>
    </message>
    <message>
        <source>Disepakati</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>Harga tayang</source>
        <translation>Listed price</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>PDN</source>
        <translation>PDN</translation>
    </message>
    <message>
        <source>TKDN {share}</source>
        <translation>TKDN {share}</translation>
    </message>
    <message>
        <source>Termurah sejenis</source>
        <translation>Cheapest alike</translation>
    </message>
    <message>
        <source>harga ini +{share}</source>
        <translation>this price +{share}</translation>
    </message>
    <message>
        <source>harga ini −{share}</source>
        <translation>this price −{share}</translation>
    </message>
    <message>
        <source>impor atau tanpa PDN</source>
        <translation>imported or not PDN</translation>
    </message>
    <message>
        <source>tidak ada
di katalog lokal</source>
        <translation>none in the
local catalogue</translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>Buat Kunci</source>
        <translation>Make key</translation>
    </message>
    <message>
        <source>Frasa sandi cukup kuat dan sama.</source>
        <translation>The passphrase is strong enough and the repetition matches.</translation>
    </message>
    <message>
        <source>Frasa sandi kunci</source>
        <translation>Key passphrase</translation>
    </message>
    <message>
        <source>Frasa sandi tidak dapat dipulihkan siapa pun. Bila lupa, buat kunci baru.</source>
        <translation>Nobody can recover the passphrase. If you forget it, make a new key.</translation>
    </message>
    <message>
        <source>Komputer ini belum punya kunci tanda tangan Anda. Kunci dibuat dan disimpan di sini, terkunci oleh frasa sandi; kunci tidak pernah dikirim. Peladen hanya menerbitkan sertifikat.</source>
        <translation>This computer has no signing key of yours yet. The key is made and kept here, locked by a passphrase, and is never sent anywhere. The server only issues the certificate.</translation>
    </message>
    <message>
        <source>Masih kurang: {lacks}.</source>
        <translation>Still missing: {lacks}.</translation>
    </message>
    <message>
        <source>Ulangi frasa sandi</source>
        <translation>Repeat passphrase</translation>
    </message>
    <message>
        <source>angka, spasi, atau tanda</source>
        <translation>a digit, space or sign</translation>
    </message>
    <message>
        <source>huruf</source>
        <translation>a letter</translation>
    </message>
    <message>
        <source>ulangan yang sama</source>
        <translation>a matching repetition</translation>
    </message>
    <message>
        <source>{count} huruf lagi</source>
        <translation>{count} more characters</translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message>
        <source>Bagian</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Data wilayah</source>
        <translation>Region data</translation>
    </message>
    <message>
        <source>Huruf Noto Sans</source>
        <translation>Noto Sans typeface</translation>
    </message>
    <message>
        <source>Lisensi</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Naskah lisensi</source>
        <translation>Licence text</translation>
    </message>
    <message>
        <source>Qt dan PySide6 dipakai menurut GNU Lesser General Public License versi 3 dan tidak diubah. Keduanya dipasang sebagai pustaka terpisah dan boleh diganti dengan versi lain yang cocok.

Naskah lisensi: https://www.gnu.org/licenses/lgpl-3.0.html
Kode sumber: https://download.qt.io/official_releases/</source>
        <translation>Qt and PySide6 are used unchanged under the GNU Lesser General Public License, version 3. They are installed as separate libraries and may be replaced by other compatible versions.

Licence text: https://www.gnu.org/licenses/lgpl-3.0.html
Source code: https://download.qt.io/official_releases/</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>LikenessCard</name>
    <message>
        <source>Kemungkinan duplikat</source>
        <translation>Possible duplicates</translation>
    </message>
</context>
<context>
    <name>MessageCard</name>
    <message>
        <source>Email</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Kepada {to}</source>
        <translation>To {to}</translation>
    </message>
    <message>
        <source>Kode {code}</source>
        <translation>Code {code}</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Salin kode</source>
        <translation>Copy the code</translation>
    </message>
    <message>
        <source>Tersalin</source>
        <translation>Copied</translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>MoneyCard</name>
    <message>
        <source>Barang</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>DPP nilai lain</source>
        <translation>Tax base</translation>
    </message>
    <message>
        <source>Harga dan pajak</source>
        <translation>Prices and tax</translation>
    </message>
    <message>
        <source>Hemat {amount} · {share} dari harga tayang</source>
        <translation>Saves {amount} · {share} of the listed price</translation>
    </message>
    <message>
        <source>Kurir Penyedia</source>
        <translation>Vendor&apos;s courier</translation>
    </message>
    <message>
        <source>Kurir pihak ketiga</source>
        <translation>Third-party courier</translation>
    </message>
    <message>
        <source>Layanan tambahan</source>
        <translation>Additional service</translation>
    </message>
    <message>
        <source>PPN</source>
        <translation>VAT</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>{count} putaran: {totals}</source>
        <translation>Rounds ({count}): {totals}</translation>
    </message>
</context>
<context>
    <name>MultilineField</name>
    <message>
        <source>Tersisa {count} huruf.</source>
        <translation>{count} characters left.</translation>
    </message>
</context>
<context>
    <name>NavButton</name>
    <message>
        <source>lengkap</source>
        <translation>complete</translation>
    </message>
</context>
<context>
    <name>NegotiationList</name>
    <message>
        <source>Ajukan negosiasi dari checkout di Keranjang.</source>
        <translation>Submit a negotiation from the checkout in the cart.</translation>
    </message>
    <message>
        <source>Balasan ditolak, periksa</source>
        <translation>Reply not accepted, check</translation>
    </message>
    <message>
        <source>Batas waktu</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Belum ada negosiasi</source>
        <translation>No negotiations yet</translation>
    </message>
    <message>
        <source>Cari negosiasi</source>
        <translation>Search negotiations</translation>
    </message>
    <message>
        <source>Daftar negosiasi</source>
        <translation>Negotiations</translation>
    </message>
    <message>
        <source>Giliran</source>
        <translation>Turn</translation>
    </message>
    <message>
        <source>Menunggu terkirim</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Nomor, penyedia, produk…</source>
        <translation>Number, vendor, product…</translation>
    </message>
    <message>
        <source>Pembeli</source>
        <translation>Buyer</translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation>Vendor</translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Tawaran pembeli muncul di sini begitu diajukan.</source>
        <translation>Buyers&apos; offers appear here once they are submitted.</translation>
    </message>
    <message>
        <source>Tidak ada yang cocok</source>
        <translation>Nothing matches</translation>
    </message>
    <message>
        <source>Ubah atau hapus kata pencarian.</source>
        <translation>Change or clear the search words.</translation>
    </message>
    <message>
        <source>harga disepakati</source>
        <translation>prices agreed</translation>
    </message>
    <message>
        <source>putaran {no}</source>
        <translation>round {no}</translation>
    </message>
</context>
<context>
    <name>NegotiationPage</name>
    <message>
        <source>Ajukan</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>Ajukan ke PPK?</source>
        <translation>Submit to the PPK?</translation>
    </message>
    <message>
        <source>Anda menawar</source>
        <translation>You offered</translation>
    </message>
    <message>
        <source>Anggaran</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Batalkan Nego</source>
        <translation>Cancel negotiation</translation>
    </message>
    <message>
        <source>Batalkan negosiasi?</source>
        <translation>Cancel the negotiation?</translation>
    </message>
    <message>
        <source>Belum terkirim</source>
        <translation>Not sent yet</translation>
    </message>
    <message>
        <source>Dapat diproses {roles}</source>
        <translation>{roles} may process this</translation>
    </message>
    <message>
        <source>Draf tersimpan {time}</source>
        <translation>Draft saved {time}</translation>
    </message>
    <message>
        <source>Harga dan catatan yang Anda tulis tersimpan sebagai draf.</source>
        <translation>The prices and note you wrote are saved as a draft.</translation>
    </message>
    <message>
        <source>Isian Anda dari putaran {no}. Pihak lain sudah menjawab: periksa lagi angkanya.</source>
        <translation>Your entries are from round {no}. The other party has answered since: check the figures again.</translation>
    </message>
    <message>
        <source>Lanjut proses pesanan?</source>
        <translation>Proceed with the order?</translation>
    </message>
    <message>
        <source>Lanjutkan</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>Negosiasi</source>
        <translation>Negotiation</translation>
    </message>
    <message>
        <source>Negosiasi ini tidak ada pada akses Anda. Pilih negosiasi lain dari daftar.</source>
        <translation>This negotiation is not part of your access. Choose another from the list.</translation>
    </message>
    <message>
        <source>Negosiasi {number}</source>
        <translation>Negotiation {number}</translation>
    </message>
    <message>
        <source>Pagu</source>
        <translation>Ceiling</translation>
    </message>
    <message>
        <source>Pembeli menawar</source>
        <translation>Buyer offered</translation>
    </message>
    <message>
        <source>Penyedia membalas</source>
        <translation>Vendor countered</translation>
    </message>
    <message>
        <source>Perjalanan pesanan</source>
        <translation>Progress of the order</translation>
    </message>
    <message>
        <source>Pesanan berakhir dan anggaran yang ditahan dilepas. Ini tidak dapat diurungkan.</source>
        <translation>The order ends and the reserved budget is released. This cannot be undone.</translation>
    </message>
    <message>
        <source>Pesanan masuk Daftar Persetujuan PPK dengan harga yang disepakati.</source>
        <translation>The order enters the PPK approval list at the agreed prices.</translation>
    </message>
    <message>
        <source>Putaran {no} · {turn}</source>
        <translation>Round {no} · {turn}</translation>
    </message>
    <message>
        <source>Riwayat</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Riwayat negosiasi</source>
        <translation>Negotiation history</translation>
    </message>
    <message>
        <source>Setujui</source>
        <translation>Agree</translation>
    </message>
    <message>
        <source>Setujui harga ini?</source>
        <translation>Agree to these prices?</translation>
    </message>
    <message>
        <source>Sisa pagu</source>
        <translation>Ceiling left</translation>
    </message>
    <message>
        <source>Tarik kembali</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Tolak</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>Tolak negosiasi?</source>
        <translation>Decline the negotiation?</translation>
    </message>
    <message>
        <source>Total {total}, hemat {share} dari harga tayang. Setelah disetujui, harga tidak dapat diubah.</source>
        <translation>Total {total}, {share} below the listed price. Once agreed, prices cannot be changed.</translation>
    </message>
    <message>
        <source>{count} menunggu Anda</source>
        <translation>{count} waiting for you</translation>
    </message>
    <message>
        <source>{deed} tidak diterima: {why} Isian Anda masih ada di bawah.</source>
        <translation>{deed} was not accepted: {why} Your entries are still below.</translation>
    </message>
    <message>
        <source>{deed}: {state}. Dikirim sendiri begitu tersambung, paling lambat {until}.</source>
        <translation>{deed}: {state}. It is sent by itself once connected, {until} at the latest.</translation>
    </message>
    <message>
        <source>{share} dari harga tayang</source>
        <translation>{share} of the listed price</translation>
    </message>
    <message>
        <source>{total} {sign} {limit}, dihitung dari harga tayang.</source>
        <translation>{total} {sign} {limit}, computed at listed prices.</translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message>
        <source>Kata sandi</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Ulangi kata sandi</source>
        <translation>Repeat the password</translation>
    </message>
</context>
<context>
    <name>NibPanel</name>
    <message>
        <source>Cek NIB</source>
        <translation>Check NIB</translation>
    </message>
    <message>
        <source>Dicek verifikator</source>
        <translation>Verifier checks</translation>
    </message>
    <message>
        <source>Lolos</source>
        <translation>Passed</translation>
    </message>
    <message>
        <source>Memeriksa…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Tidak lolos</source>
        <translation>Failed</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>Boleh kosong. Terbaca oleh penyedia dan PPK.</source>
        <translation>Optional. The vendor and the PPK can read it.</translation>
    </message>
    <message>
        <source>Catatan &amp; pernyataan</source>
        <translation>Note &amp; declaration</translation>
    </message>
    <message>
        <source>Catatan untuk penyedia</source>
        <translation>Note to the vendor</translation>
    </message>
    <message>
        <source>Spesifikasi, kebutuhan, dan anggaran sudah dipersiapkan sesuai ketentuan.</source>
        <translation>Specification, need and budget have been prepared as the rules require.</translation>
    </message>
</context>
<context>
    <name>NumberForm</name>
    <message>
        <source>Ganti Nomor dan Terbitkan Ulang</source>
        <translation>Change number and issue again</translation>
    </message>
    <message>
        <source>Menurut penomoran satker Anda. Usulan mengikuti nomor terakhir.</source>
        <translation>According to your work unit&apos;s numbering. The proposal follows the last number.</translation>
    </message>
    <message>
        <source>Nomor BAST</source>
        <translation>BAST number</translation>
    </message>
    <message>
        <source>Terbitkan BAST</source>
        <translation>Issue BAST</translation>
    </message>
</context>
<context>
    <name>OfficePanel</name>
    <message>
        <source>Kode satuan kerja {code} · kode instansi {klpd}</source>
        <translation>Work unit code {code} · institution code {klpd}</translation>
    </message>
    <message>
        <source>Ya, ini satuan kerja saya</source>
        <translation>Yes, this is my work unit</translation>
    </message>
</context>
<context>
    <name>OrderPage</name>
    <message>
        <source>Alasan: {reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>Barang dalam perjalanan; penyedia menandai tiba.</source>
        <translation>The goods are on their way; the vendor marks their arrival.</translation>
    </message>
    <message>
        <source>Batas: {due}.</source>
        <translation>Deadline: {due}.</translation>
    </message>
    <message>
        <source>Bendahara membayar termin berikutnya.</source>
        <translation>The treasurer pays the next instalment.</translation>
    </message>
    <message>
        <source>Bendahara membayar.</source>
        <translation>The treasurer pays.</translation>
    </message>
    <message>
        <source>Berakhir</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>Jawab di Kotak Keluar</source>
        <translation>Answer in the outbox</translation>
    </message>
    <message>
        <source>Jawab negosiasi</source>
        <translation>Answer negotiation</translation>
    </message>
    <message>
        <source>Kirim barang</source>
        <translation>Ship goods</translation>
    </message>
    <message>
        <source>Lanjutkan checkout</source>
        <translation>Continue checkout</translation>
    </message>
    <message>
        <source>Lihat Riwayat Nego</source>
        <translation>View negotiation history</translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>Menunggu peladen</source>
        <translation>Waiting for the server</translation>
    </message>
    <message>
        <source>PPK memeriksa barang.</source>
        <translation>The PPK inspects the goods.</translation>
    </message>
    <message>
        <source>PPK memilih metode pembayaran.</source>
        <translation>The PPK chooses the payment method.</translation>
    </message>
    <message>
        <source>PPK menandatangani Surat Pesanan.</source>
        <translation>The PPK signs the purchase letter.</translation>
    </message>
    <message>
        <source>PPK menerbitkan dan menandatangani BAST.</source>
        <translation>The PPK issues and signs the BAST.</translation>
    </message>
    <message>
        <source>PPK meninjau dan membuat Surat Pesanan.</source>
        <translation>The PPK reviews and issues the purchase letter.</translation>
    </message>
    <message>
        <source>Pembeli meneruskan pesanan ke persetujuan PPK.</source>
        <translation>The buyer passes the order on for PPK approval.</translation>
    </message>
    <message>
        <source>Pembeli menjawab harga balasan.</source>
        <translation>The buyer answers the counter-offer.</translation>
    </message>
    <message>
        <source>Penyedia menandatangani BAST.</source>
        <translation>The vendor signs the BAST.</translation>
    </message>
    <message>
        <source>Penyedia menerima dan menandatangani Surat Pesanan.</source>
        <translation>The vendor accepts and signs the purchase letter.</translation>
    </message>
    <message>
        <source>Penyedia mengirim barang.</source>
        <translation>The vendor ships the goods.</translation>
    </message>
    <message>
        <source>Penyedia menjawab tawaran pembeli.</source>
        <translation>The vendor answers the buyer&apos;s offer.</translation>
    </message>
    <message>
        <source>Perbuatan Anda ditahan sampai Anda menjawabnya di Kotak Keluar.</source>
        <translation>What you did is held until you answer it in the outbox.</translation>
    </message>
    <message>
        <source>Periksa dan buat BAST</source>
        <translation>Inspect and issue BAST</translation>
    </message>
    <message>
        <source>Perjalanan pesanan</source>
        <translation>Progress of the order</translation>
    </message>
    <message>
        <source>Perlu jawaban Anda</source>
        <translation>Needs your answer</translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Pesanan ini tidak ada pada akses Anda. Kembali ke daftar pesanan.</source>
        <translation>This order is not part of your access. Go back to the list of orders.</translation>
    </message>
    <message>
        <source>Pesanan tidak dapat dibaca</source>
        <translation>The order cannot be read</translation>
    </message>
    <message>
        <source>Pesanan {number}</source>
        <translation>Order {number}</translation>
    </message>
    <message>
        <source>Pilih metode pembayaran</source>
        <translation>Choose the payment method</translation>
    </message>
    <message>
        <source>Proses pembayaran</source>
        <translation>Process payment</translation>
    </message>
    <message>
        <source>Riwayat</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Tanda tangani BAST</source>
        <translation>Sign BAST</translation>
    </message>
    <message>
        <source>Tanda tangani Surat Pesanan</source>
        <translation>Sign purchase letter</translation>
    </message>
    <message>
        <source>Terima Pesanan</source>
        <translation>Accept order</translation>
    </message>
    <message>
        <source>Teruskan pesanan</source>
        <translation>Pass order on</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu Anda lakukan sampai peladen menjawab.</source>
        <translation>There is nothing for you to do until the server answers.</translation>
    </message>
    <message>
        <source>Tinjau Pesanan</source>
        <translation>Review order</translation>
    </message>
    <message>
        <source>Yang sudah terjadi</source>
        <translation>What has happened</translation>
    </message>
    <message>
        <source>belum bernomor</source>
        <translation>no number yet</translation>
    </message>
    <message>
        <source>{deeds}: {state}. Yang tampil sudah memperhitungkannya, tetapi belum dipastikan.</source>
        <translation>{deeds}: {state}. What you see includes this, but it is not confirmed yet.</translation>
    </message>
    <message>
        <source>{deed}: {state}. {why}</source>
        <translation>{deed}: {state}. {why}</translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>Barang</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>Batas waktu</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Belum ada pesanan</source>
        <translation>No orders yet</translation>
    </message>
    <message>
        <source>Berjalan</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>Buku kerja Excel (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Cari pesanan</source>
        <translation>Search orders</translation>
    </message>
    <message>
        <source>Daftar pesanan</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>Daftar tidak dapat diolah</source>
        <translation>The list cannot be processed</translation>
    </message>
    <message>
        <source>Dibatalkan</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Ditolak peladen, periksa</source>
        <translation>Refused by the server, check</translation>
    </message>
    <message>
        <source>Ekspor daftar pesanan</source>
        <translation>Export orders</translation>
    </message>
    <message>
        <source>Ekspor…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Giliran</source>
        <translation>Turn</translation>
    </message>
    <message>
        <source>Kode RUP</source>
        <translation>RUP code</translation>
    </message>
    <message>
        <source>Kode status</source>
        <translation>Status code</translation>
    </message>
    <message>
        <source>Lihat semua pesanan</source>
        <translation>View all orders</translation>
    </message>
    <message>
        <source>MAK</source>
        <translation>MAK</translation>
    </message>
    <message>
        <source>Menunggu terkirim</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Nilai sekarang</source>
        <translation>Current value</translation>
    </message>
    <message>
        <source>Nilai tayang</source>
        <translation>Listed value</translation>
    </message>
    <message>
        <source>Nomor pesanan</source>
        <translation>Order number</translation>
    </message>
    <message>
        <source>Nomor, penyedia, produk, RUP…</source>
        <translation>Number, vendor, product, RUP…</translation>
    </message>
    <message>
        <source>Pembeli</source>
        <translation>Buyer</translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation>Vendor</translation>
    </message>
    <message>
        <source>Perlu tindakan saya</source>
        <translation>Needs my action</translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>Pesanan muncul di sini begitu giliran Anda tiba.</source>
        <translation>Orders appear here once it is your turn.</translation>
    </message>
    <message>
        <source>Pesanan tampil di sini setelah negosiasi diajukan.</source>
        <translation>Orders appear here once a negotiation has been submitted.</translation>
    </message>
    <message>
        <source>Satuan kerja</source>
        <translation>Work unit</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Tanggal</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Tidak ada yang cocok</source>
        <translation>Nothing matches</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu tindakan Anda</source>
        <translation>Nothing needs your action</translation>
    </message>
    <message>
        <source>Tulis daftar yang tampil ke XLSX atau CSV (Ctrl+E)</source>
        <translation>Write the list as shown to XLSX or CSV (Ctrl+E)</translation>
    </message>
    <message>
        <source>Ubah atau hapus kata pencarian.</source>
        <translation>Change or clear the search words.</translation>
    </message>
    <message>
        <source>belum bernomor</source>
        <translation>no number yet</translation>
    </message>
    <message>
        <source>pesanan</source>
        <translation>orders</translation>
    </message>
    <message>
        <source>{count} perlu tindakan Anda</source>
        <translation>{count} for you to act on</translation>
    </message>
    <message>
        <source>{count} pesanan ditulis ke {path}</source>
        <translation>Orders written to {path}: {count}</translation>
    </message>
    <message>
        <source>{name} +{rest}</source>
        <translation>{name} +{rest}</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>Ajukan lagi milik saya…</source>
        <translation>Ask again for mine…</translation>
    </message>
    <message>
        <source>Belum dipesan: dikirim sendiri begitu tersambung</source>
        <translation>Not ordered yet: sent by itself as soon as there is a link</translation>
    </message>
    <message>
        <source>Biarkan seperti sekarang</source>
        <translation>Leave it as it is now</translation>
    </message>
    <message>
        <source>Buka halamannya…</source>
        <translation>Open its page…</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Dikirim sendiri begitu tersambung</source>
        <translation>Sent by itself as soon as there is a link</translation>
    </message>
    <message>
        <source>Dikirim setelah perbuatan sebelumnya dijawab</source>
        <translation>Sent when the one before it is answered</translation>
    </message>
    <message>
        <source>Ditahan</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>Ditahan setelah tiga kali gagal di peladen</source>
        <translation>Held after failing three times on the server</translation>
    </message>
    <message>
        <source>Diterima peladen</source>
        <translation>Taken by the server</translation>
    </message>
    <message>
        <source>Diterima peladen: {number}</source>
        <translation>Taken by the server: {number}</translation>
    </message>
    <message>
        <source>Gabungkan…</source>
        <translation>Merge…</translation>
    </message>
    <message>
        <source>Ikut batal dengan yang sebelumnya</source>
        <translation>Fell with the one before it</translation>
    </message>
    <message>
        <source>Kemungkinan akan ditolak</source>
        <translation>Will probably be refused</translation>
    </message>
    <message>
        <source>Kemungkinan ditolak: {reason}</source>
        <translation>Will probably be refused: {reason}</translation>
    </message>
    <message>
        <source>Kirim sekarang</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>Kurangi jumlah…</source>
        <translation>Reduce quantity…</translation>
    </message>
    <message>
        <source>Masih mau memesan?</source>
        <translation>Do you still want to order?</translation>
    </message>
    <message>
        <source>Masih mau mengirimnya?</source>
        <translation>Do you still want to send it?</translation>
    </message>
    <message>
        <source>Masukkan kode atau kata sandi; sesudah itu langsung dikirim.</source>
        <translation>Enter the code or the password; it is sent right after.</translation>
    </message>
    <message>
        <source>Masukkan kode…</source>
        <translation>Enter code…</translation>
    </message>
    <message>
        <source>Menunggu lampiran</source>
        <translation>Waits for an attachment</translation>
    </message>
    <message>
        <source>Menunggu versi yang cocok</source>
        <translation>Waits for versions that fit</translation>
    </message>
    <message>
        <source>Niat ini berlaku sampai {until} dan tidak sampai pada waktunya, jadi tidak dijalankan. Bila dikonfirmasi, dikirim lagi dengan harga dan anggaran yang dicek saat itu.</source>
        <translation>This intent held until {until} and did not arrive in time, so it was not carried out. If you confirm, it is sent again; prices and budget are checked then.</translation>
    </message>
    <message>
        <source>Pakai sebagai draf baru…</source>
        <translation>Use as a new draft…</translation>
    </message>
    <message>
        <source>Peladen belum mengenal versi perbuatan ini</source>
        <translation>The server does not know this version yet</translation>
    </message>
    <message>
        <source>Peladen menolak</source>
        <translation>Refused by the server</translation>
    </message>
    <message>
        <source>Perbaiki…</source>
        <translation>Correct…</translation>
    </message>
    <message>
        <source>Perbuatan Anda tidak dijalankan. Bandingkan di bawah, lalu pilih.</source>
        <translation>What you did was not carried out. Compare below, then choose.</translation>
    </message>
    <message>
        <source>Perlu bukti bahwa ini Anda</source>
        <translation>Needs proof that this is you</translation>
    </message>
    <message>
        <source>Pesanan baru ada setelah peladen memberi nomor. Anggaran dicek saat itu juga.</source>
        <translation>There is an order only once the server has given a number. The budget is checked at that moment.</translation>
    </message>
    <message>
        <source>Pesanan sudah berubah sejak Anda lihat</source>
        <translation>The order has changed since you looked</translation>
    </message>
    <message>
        <source>Salin isi</source>
        <translation>Copy content</translation>
    </message>
    <message>
        <source>Salin nomor insiden</source>
        <translation>Copy incident number</translation>
    </message>
    <message>
        <source>Sudah saya baca</source>
        <translation>I have read it</translation>
    </message>
    <message>
        <source>Tarik kembali…</source>
        <translation>Take back…</translation>
    </message>
    <message>
        <source>Terkirim, belum dipesan</source>
        <translation>Sent, not ordered yet</translation>
    </message>
    <message>
        <source>Tidak jadi</source>
        <translation>No longer wanted</translation>
    </message>
    <message>
        <source>Ya, kirim lagi</source>
        <translation>Yes, send again</translation>
    </message>
    <message>
        <source>Ya, masih mau memesan</source>
        <translation>Yes, I still want to order</translation>
    </message>
    <message>
        <source>belum bernomor</source>
        <translation>no number yet</translation>
    </message>
    <message>
        <source>berlaku sampai {at}</source>
        <translation>holds until {at}</translation>
    </message>
    <message>
        <source>dijawab {at}</source>
        <translation>answered {at}</translation>
    </message>
    <message>
        <source>kontak terakhir dengan peladen {at}</source>
        <translation>last contact with the server {at}</translation>
    </message>
    <message>
        <source>{count} kali dikirim</source>
        <translation>sent {count} times</translation>
    </message>
    <message>
        <source>{name} sebagai {role}, {made}</source>
        <translation>{name} as {role}, {made}</translation>
    </message>
    <message>
        <source>{what} (dibuat {at})</source>
        <translation>{what} (made {at})</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>Ajukan lagi</source>
        <translation>Ask again</translation>
    </message>
    <message>
        <source>Ajukan lagi milik Anda?</source>
        <translation>Ask again for yours?</translation>
    </message>
    <message>
        <source>Belum ada yang diterima pada perangkat ini</source>
        <translation>Nothing accepted on this device yet</translation>
    </message>
    <message>
        <source>Belum selesai</source>
        <translation>Unfinished</translation>
    </message>
    <message>
        <source>Dikirim sebagai perbuatan baru atas keadaan pesanan sekarang.</source>
        <translation>Sent as something new, on the order as it stands now.</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Kirim sekarang</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>Kotak Keluar</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>Luring: {count} menunggu tautan</source>
        <translation>Offline: {count} wait for a link</translation>
    </message>
    <message>
        <source>Peladen meminta {count} baris dihapus sekaligus dari perangkat ini. Itu tidak biasa, jadi belum diterapkan dan ditanyakan lagi; data yang Anda lihat tetap yang lama. Tanyakan kepada admin, atau terapkan bila memang benar.</source>
        <translation>The server asks to delete {count} rows from this device at once. That is unusual, so it was not applied and is asked again; what you see is still the old data. Ask an administrator, or apply it if it is right.</translation>
    </message>
    <message>
        <source>Perbuatan</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Perbuatan ini tetap ada di Kotak Keluar.</source>
        <translation>It stays in the outbox.</translation>
    </message>
    <message>
        <source>Perbuatan ini tidak akan dikirim lagi.</source>
        <translation>It will not be sent any more.</translation>
    </message>
    <message>
        <source>Pilih satu perbuatan di daftar untuk melihat isinya dan jawabannya.</source>
        <translation>Choose one in the list to see what it holds and how it was answered.</translation>
    </message>
    <message>
        <source>Semua sudah terkirim</source>
        <translation>Everything has been sent</translation>
    </message>
    <message>
        <source>Semua terkirim</source>
        <translation>All sent</translation>
    </message>
    <message>
        <source>Sudah diterima</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Tarik kembali</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Tarik kembali?</source>
        <translation>Take it back?</translation>
    </message>
    <message>
        <source>Terapkan penghapusan</source>
        <translation>Apply the deletion</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu dijawab</source>
        <translation>Nothing needs an answer</translation>
    </message>
    <message>
        <source>Tidak dapat dikerjakan</source>
        <translation>This could not be done</translation>
    </message>
    <message>
        <source>Versi tidak cocok: {count} menunggu</source>
        <translation>Versions do not fit: {count} waiting</translation>
    </message>
    <message>
        <source>Yang Anda kerjakan saat luring akan menunggu di sini sampai dijawab peladen.</source>
        <translation>What you do while offline waits here until the server answers.</translation>
    </message>
    <message>
        <source>{count} perbuatan</source>
        <translation>{count} in all</translation>
    </message>
    <message>
        <source>{count} perbuatan orang lain di komputer ini menunggu pemiliknya masuk.</source>
        <translation>{count} of other people on this computer wait until they sign in.</translation>
    </message>
    <message>
        <source>{count} perlu jawaban Anda</source>
        <translation>{count} for you to answer</translation>
    </message>
    <message>
        <source>{count} sedang dikirim</source>
        <translation>{count} being sent</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>PaletteButton</name>
    <message>
        <source>Cari halaman, nomor pesanan, produk…</source>
        <translation>Search pages, order numbers, products…</translation>
    </message>
    <message>
        <source>{words} (Ctrl+K)</source>
        <translation>{words} (Ctrl+K)</translation>
    </message>
</context>
<context>
    <name>PartRow</name>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Alasan ini tidak dapat diperbaiki: hanya untuk Tolak.</source>
        <translation>This reason cannot be mended: only for Reject.</translation>
    </message>
    <message>
        <source>Berubah</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Catatan untuk bagian ini</source>
        <translation>Note on this part</translation>
    </message>
    <message>
        <source>Lihat dokumen</source>
        <translation>Show the document</translation>
    </message>
    <message>
        <source>Masalah</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Pemohon membaca: {remedy}</source>
        <translation>The applicant reads: {remedy}</translation>
    </message>
    <message>
        <source>Pilih alasan…</source>
        <translation>Choose a reason…</translation>
    </message>
    <message>
        <source>Sebelumnya: {value}</source>
        <translation>Before: {value}</translation>
    </message>
    <message>
        <source>Sesuai</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>Tidak diunggah</source>
        <translation>Not uploaded</translation>
    </message>
</context>
<context>
    <name>PartiesCard</name>
    <message>
        <source>Catatan pembeli</source>
        <translation>Buyer&apos;s note</translation>
    </message>
    <message>
        <source>Dibeli oleh</source>
        <translation>Bought by</translation>
    </message>
    <message>
        <source>LS (Langsung)</source>
        <translation>LS (direct)</translation>
    </message>
    <message>
        <source>MAK</source>
        <translation>MAK</translation>
    </message>
    <message>
        <source>Metode pembayaran</source>
        <translation>Payment method</translation>
    </message>
    <message>
        <source>NIB</source>
        <translation>NIB</translation>
    </message>
    <message>
        <source>NPWP</source>
        <translation>NPWP</translation>
    </message>
    <message>
        <source>PKP</source>
        <translation>VAT-registered (PKP)</translation>
    </message>
    <message>
        <source>Penanggung jawab</source>
        <translation>Person in charge</translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation>Vendor</translation>
    </message>
    <message>
        <source>Penyedia dan pembelian</source>
        <translation>Vendor and purchase</translation>
    </message>
    <message>
        <source>Status usaha</source>
        <translation>Business status</translation>
    </message>
    <message>
        <source>UMKK</source>
        <translation>UMKK</translation>
    </message>
    <message>
        <source>UP (Uang Persediaan)</source>
        <translation>UP (advance)</translation>
    </message>
    <message>
        <source>bukan PKP</source>
        <translation>not VAT-registered</translation>
    </message>
    <message>
        <source>bukan UMKK</source>
        <translation>not UMKK</translation>
    </message>
    <message>
        <source>per termin</source>
        <translation>by instalments</translation>
    </message>
    <message>
        <source>sekaligus</source>
        <translation>in one payment</translation>
    </message>
</context>
<context>
    <name>PartsCard</name>
    <message>
        <source>Catatan untuk pemohon</source>
        <translation>Note to the applicant</translation>
    </message>
    <message>
        <source>Data yang diajukan</source>
        <translation>What was handed in</translation>
    </message>
    <message>
        <source>Dibaca pemohon bersama alasan di atas.</source>
        <translation>Read by the applicant together with the reasons above.</translation>
    </message>
    <message>
        <source>Menandai semua bagian yang belum ditandai sebagai sesuai</source>
        <translation>Ticks every part that is not judged yet as right</translation>
    </message>
    <message>
        <source>Semua sesuai</source>
        <translation>All right</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Isi frasa sandi.</source>
        <translation>Enter the passphrase.</translation>
    </message>
    <message>
        <source>Kedua frasa sandi tidak sama.</source>
        <translation>The two passphrases differ.</translation>
    </message>
</context>
<context>
    <name>PasswordMeter</name>
    <message>
        <source>Belum cukup</source>
        <translation>Not enough yet</translation>
    </message>
    <message>
        <source>Cukup</source>
        <translation>Sufficient</translation>
    </message>
    <message>
        <source>Kekuatan kata sandi</source>
        <translation>Strength of the password</translation>
    </message>
    <message>
        <source>Kuat</source>
        <translation>Strong</translation>
    </message>
    <message>
        <source>Lebih aman dengan {count} huruf atau lebih.</source>
        <translation>Safer with {count} characters or more.</translation>
    </message>
    <message>
        <source>Masih kurang: {what}.</source>
        <translation>Still missing: {what}.</translation>
    </message>
    <message>
        <source>angka</source>
        <translation>digit</translation>
    </message>
    <message>
        <source>huruf besar</source>
        <translation>upper-case letter</translation>
    </message>
    <message>
        <source>huruf kecil</source>
        <translation>lower-case letter</translation>
    </message>
    <message>
        <source>tanda khusus, misalnya ! ? #</source>
        <translation>special character, for example ! ? #</translation>
    </message>
    <message>
        <source>{count} huruf atau lebih</source>
        <translation>{count} characters or more</translation>
    </message>
</context>
<context>
    <name>PasswordStep</name>
    <message>
        <source>Daftar akun baru</source>
        <translation>Register a new account</translation>
    </message>
    <message>
        <source>Isi kata sandi.</source>
        <translation>Enter your password.</translation>
    </message>
    <message>
        <source>Isi nama pengguna atau email.</source>
        <translation>Enter your username or email.</translation>
    </message>
    <message>
        <source>Kata sandi</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Lupa kata sandi?</source>
        <translation>Forgot the password?</translation>
    </message>
    <message>
        <source>Masuk</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Nama pengguna atau email</source>
        <translation>Username or email</translation>
    </message>
    <message>
        <source>Tetap masuk di perangkat ini</source>
        <translation>Stay signed in on this device</translation>
    </message>
</context>
<context>
    <name>PayCard</name>
    <message>
        <source>Harus tepat sebesar termin; disalin dari BAST.</source>
        <translation>Must equal the instalment; copied from the BAST.</translation>
    </message>
    <message>
        <source>Isi tanggal bayar, paling lambat hari ini.</source>
        <translation>Enter the payment date, today at the latest.</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Konfirmasi Pembayaran</source>
        <translation>Confirm payment</translation>
    </message>
    <message>
        <source>Konfirmasi pembayaran</source>
        <translation>Confirm payment</translation>
    </message>
    <message>
        <source>Nomor SP2D atau bukti bayar</source>
        <translation>SP2D or proof of payment number</translation>
    </message>
    <message>
        <source>Salin</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Salin jumlah</source>
        <translation>Copy amount</translation>
    </message>
    <message>
        <source>Tanggal bayar</source>
        <translation>Payment date</translation>
    </message>
    <message>
        <source>Termin {no} pesanan {number}: {amount} untuk {vendor}, rekening {account}.</source>
        <translation>Instalment {no} of order {number}: {amount} to {vendor}, account {account}.</translation>
    </message>
    <message>
        <source>Tersalin</source>
        <translation>Copied</translation>
    </message>
</context>
<context>
    <name>PaymentCard</name>
    <message>
        <source>Cara pembayaran</source>
        <translation>Payment terms</translation>
    </message>
    <message>
        <source>Kanal UP (KKP, virtual account) hanya membayar di bawah {limit}. Bila setelah negosiasi nilainya belum turun, siapkan LS.</source>
        <translation>UP channels (KKP, virtual account) only pay below {limit}. If the value does not fall below it in the negotiation, prepare LS.</translation>
    </message>
    <message>
        <source>Metode pembayaran</source>
        <translation>Payment method</translation>
    </message>
    <message>
        <source>Pejabat Pengadaan membayar dengan UP.</source>
        <translation>A procurement officer pays by UP.</translation>
    </message>
    <message>
        <source>Pembayaran</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>Termin tersedia bila ada beberapa lokasi.</source>
        <translation>Instalments are available with several delivery places.</translation>
    </message>
</context>
<context>
    <name>Payments</name>
    <message>
        <source>Bea meterai kuitansi</source>
        <translation>Stamp duty on the receipt</translation>
    </message>
    <message>
        <source>Bendahara SKPD memesan kode bayar, lalu mentransfer.</source>
        <translation>The SKPD treasurer requests a payment code, then transfers.</translation>
    </message>
    <message>
        <source>Bendahara membayar dengan kartu di platform.</source>
        <translation>The treasurer pays by card on the platform.</translation>
    </message>
    <message>
        <source>Bendahara mentransfer ke nomor VA pesanan ini.</source>
        <translation>The treasurer transfers to this order&apos;s VA number.</translation>
    </message>
    <message>
        <source>Denda keterlambatan</source>
        <translation>Penalty for lateness</translation>
    </message>
    <message>
        <source>Kartu Kredit Pemerintah (KKP)</source>
        <translation>Government credit card (KKP)</translation>
    </message>
    <message>
        <source>Kontrak dicatat di SAKTI, SPM LS ke KPPN.</source>
        <translation>Contract recorded in SAKTI, SPM LS to the KPPN.</translation>
    </message>
    <message>
        <source>LS Kontraktual</source>
        <translation>LS, contractual</translation>
    </message>
    <message>
        <source>LS Non-kontraktual</source>
        <translation>LS, non-contractual</translation>
    </message>
    <message>
        <source>LS Pemda</source>
        <translation>LS, regional government</translation>
    </message>
    <message>
        <source>PPN</source>
        <translation>VAT</translation>
    </message>
    <message>
        <source>PPh Final UMKM</source>
        <translation>Final income tax for MSMEs (PPh Final UMKM)</translation>
    </message>
    <message>
        <source>PPh Pasal 21</source>
        <translation>Income tax Article 21</translation>
    </message>
    <message>
        <source>PPh Pasal 22</source>
        <translation>Income tax Article 22</translation>
    </message>
    <message>
        <source>PPh Pasal 23</source>
        <translation>Income tax Article 23</translation>
    </message>
    <message>
        <source>PPh Pasal 4 ayat 2</source>
        <translation>Income tax Article 4(2)</translation>
    </message>
    <message>
        <source>SPP, SPM, lalu SP2D di SIPD; dicatat di sini.</source>
        <translation>SPP, SPM, then SP2D in SIPD; recorded here.</translation>
    </message>
    <message>
        <source>SPP, SPM, lalu SP2D lewat SAKTI.</source>
        <translation>SPP, SPM, then SP2D through SAKTI.</translation>
    </message>
    <message>
        <source>Transfer Bank (Kode Bayar)</source>
        <translation>Bank transfer (payment code)</translation>
    </message>
    <message>
        <source>Virtual Account {bank}</source>
        <translation>Virtual account {bank}</translation>
    </message>
    <message>
        <source>dari {base}</source>
        <translation>on {base}</translation>
    </message>
    <message>
        <source>dipotong dari pembayaran</source>
        <translation>deducted from the payment</translation>
    </message>
    <message>
        <source>dipungut oleh bendahara instansi</source>
        <translation>collected by the institution&apos;s treasurer</translation>
    </message>
    <message>
        <source>dipungut oleh platform (Pihak Lain)</source>
        <translation>collected by the platform (Pihak Lain)</translation>
    </message>
    <message>
        <source>disetor sendiri oleh penyedia</source>
        <translation>paid to the state by the vendor</translation>
    </message>
    <message>
        <source>ditanggung penyedia</source>
        <translation>borne by the vendor</translation>
    </message>
    <message>
        <source>tidak dipungut: barang dikecualikan</source>
        <translation>not collected: exempt goods</translation>
    </message>
    <message>
        <source>tidak dipungut: dibayar dengan KKP</source>
        <translation>not collected: paid by KKP</translation>
    </message>
    <message>
        <source>tidak dipungut: nilainya tidak melebihi batas</source>
        <translation>not collected: the amount is within the limit</translation>
    </message>
    <message>
        <source>tidak dipungut: omzet UMKM di bawah batas</source>
        <translation>not collected: the MSME&apos;s turnover is below the limit</translation>
    </message>
</context>
<context>
    <name>PaymentsCard</name>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Pembayaran</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>Termin</source>
        <translation>Instalments</translation>
    </message>
    <message>
        <source>Termin {no} dari {count}</source>
        <translation>Instalment {no} of {count}</translation>
    </message>
    <message>
        <source>dibayar {day}
{reference}</source>
        <translation>paid {day}
{reference}</translation>
    </message>
    <message>
        <source>menunggu metode pembayaran</source>
        <translation>awaiting payment method</translation>
    </message>
    <message>
        <source>menunggu pembayaran</source>
        <translation>awaiting payment</translation>
    </message>
</context>
<context>
    <name>PaymentsPage</name>
    <message>
        <source>Anda tidak dapat membayar pesanan ini</source>
        <translation>You cannot pay this order</translation>
    </message>
    <message>
        <source>Belum ada pembayaran</source>
        <translation>No payments yet</translation>
    </message>
    <message>
        <source>Belum tercatat</source>
        <translation>Not recorded</translation>
    </message>
    <message>
        <source>Dalam perjalanan</source>
        <translation>On its way</translation>
    </message>
    <message>
        <source>Di PPK</source>
        <translation>With the PPK</translation>
    </message>
    <message>
        <source>Di bendahara</source>
        <translation>With the treasurer</translation>
    </message>
    <message>
        <source>Dibayar</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Giliran Anda</source>
        <translation>Your turn</translation>
    </message>
    <message>
        <source>Isian Anda masih ada; tidak ada pembayaran yang dicatat dua kali.</source>
        <translation>Your entries are still there; no payment is recorded twice.</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Menunggu BAST</source>
        <translation>Awaiting BAST</translation>
    </message>
    <message>
        <source>Menyusul</source>
        <translation>Upcoming</translation>
    </message>
    <message>
        <source>Metode tercatat. Giliran bendahara membayar.</source>
        <translation>Method recorded. Now the treasurer pays.</translation>
    </message>
    <message>
        <source>Pembayaran</source>
        <translation>Payments</translation>
    </message>
    <message>
        <source>Pembayaran {amount} dengan nomor {reference} tercatat.</source>
        <translation>Payment of {amount} with number {reference} recorded.</translation>
    </message>
    <message>
        <source>Periksa status pesanan, lalu ulangi bila belum tercatat.</source>
        <translation>Check the order&apos;s status, then try again if it is not recorded.</translation>
    </message>
    <message>
        <source>Perlu dibayar</source>
        <translation>To be paid</translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Sudah dibayar</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Tagihan tampil setelah BAST ditandatangani kedua pihak.</source>
        <translation>Bills appear once both parties have signed the BAST.</translation>
    </message>
    <message>
        <source>Tagihan tampil setelah barang diperiksa PPK.</source>
        <translation>Bills appear once the PPK has inspected the goods.</translation>
    </message>
    <message>
        <source>Termin sebelumnya dibayar dahulu.</source>
        <translation>The previous instalment must be paid first.</translation>
    </message>
    <message>
        <source>Tidak ada pembayaran untuk ditampilkan</source>
        <translation>No payment to show</translation>
    </message>
    <message>
        <source>Tidak ada uang dalam perjalanan</source>
        <translation>No money on its way</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu dibayar</source>
        <translation>Nothing to pay</translation>
    </message>
    <message>
        <source>Yang sudah dikonfirmasi tampil di sini.</source>
        <translation>Confirmed payments appear here.</translation>
    </message>
    <message>
        <source>{count} menunggu Anda</source>
        <translation>{count} waiting for you</translation>
    </message>
    <message>
        <source>{number} · termin {no}</source>
        <translation>{number} · instalment {no}</translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Orang latihan</source>
        <translation>Training people</translation>
    </message>
    <message>
        <source>Peran</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Pilih peran latihan</source>
        <translation>Choose a training role</translation>
    </message>
    <message>
        <source>SIMULASI: semua orang dan kantor ini buatan, dan kata sandinya umum. Satu klik mengisi formulir; klik ganda langsung masuk.</source>
        <translation>SIMULATION: these people and this office are made up, and their passwords are public. One click fills the form; a double click signs in at once.</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>Pemohon</source>
        <translation>Applicant</translation>
    </message>
</context>
<context>
    <name>PickerField</name>
    <message>
        <source>Mencari…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>Pilih salah satu dari daftar yang muncul ketika mengetik.</source>
        <translation>Choose one from the list that appears as you type.</translation>
    </message>
    <message>
        <source>Tidak ada yang cocok. Periksa ejaan atau coba kata lain.</source>
        <translation>Nothing matches. Check the spelling or try other words.</translation>
    </message>
</context>
<context>
    <name>PlaceEditor</name>
    <message>
        <source>Alamat</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Catatan alamat</source>
        <translation>Address note</translation>
    </message>
    <message>
        <source>Desa/kelurahan atau kecamatan</source>
        <translation>Village or district</translation>
    </message>
    <message>
        <source>Ketik nama desa atau kecamatan</source>
        <translation>Type the name of a village or district</translation>
    </message>
    <message>
        <source>Kode pos</source>
        <translation>Postal code</translation>
    </message>
    <message>
        <source>Kurir</source>
        <translation>Courier</translation>
    </message>
    <message>
        <source>Nama penerima</source>
        <translation>Recipient&apos;s name</translation>
    </message>
    <message>
        <source>Nomor telepon</source>
        <translation>Telephone number</translation>
    </message>
    <message>
        <source>Ongkir {price} untuk {kilograms} kg</source>
        <translation>Shipping {price} for {kilograms} kg</translation>
    </message>
    <message>
        <source>Permintaan tiba</source>
        <translation>Requested arrival</translation>
    </message>
</context>
<context>
    <name>PlacesCard</name>
    <message>
        <source>Alamat</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Alamat yang pernah dipakai</source>
        <translation>Addresses used before</translation>
    </message>
    <message>
        <source>Hapus lokasi ini</source>
        <translation>Remove this place</translation>
    </message>
    <message>
        <source>Isi dari pesanan sebelumnya…</source>
        <translation>Fill in from an earlier order…</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Lokasi</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Lokasi dan pengiriman</source>
        <translation>Places and delivery</translation>
    </message>
    <message>
        <source>Lokasi pengiriman</source>
        <translation>Delivery place</translation>
    </message>
    <message>
        <source>Ongkir</source>
        <translation>Shipping</translation>
    </message>
    <message>
        <source>Penerima</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>Permintaan tiba</source>
        <translation>Requested arrival</translation>
    </message>
    <message>
        <source>Tambah lokasi</source>
        <translation>Add place</translation>
    </message>
    <message>
        <source>belum diisi</source>
        <translation>not filled in yet</translation>
    </message>
    <message>
        <source>belum dikirim</source>
        <translation>not shipped yet</translation>
    </message>
    <message>
        <source>dikirim {moment}</source>
        <translation>shipped {moment}</translation>
    </message>
    <message>
        <source>terbalik</source>
        <translation>reversed</translation>
    </message>
    <message>
        <source>tiba {moment}</source>
        <translation>arrived {moment}</translation>
    </message>
    <message>
        <source>{count} lokasi</source>
        <translation>places: {count}</translation>
    </message>
</context>
<context>
    <name>ProductPanel</name>
    <message>
        <source>Bandingkan</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Batal bandingkan</source>
        <translation>Remove from comparison</translation>
    </message>
    <message>
        <source>Beli Langsung</source>
        <translation>Buy now</translation>
    </message>
    <message>
        <source>Belum ada produk dipilih</source>
        <translation>No product chosen yet</translation>
    </message>
    <message>
        <source>Berat</source>
        <translation>Weight</translation>
    </message>
    <message>
        <source>Dikirim dari</source>
        <translation>Ships from</translation>
    </message>
    <message>
        <source>Harga</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>KBKI</source>
        <translation>KBKI</translation>
    </message>
    <message>
        <source>Lihat Keranjang</source>
        <translation>View cart</translation>
    </message>
    <message>
        <source>Pajak</source>
        <translation>Tax</translation>
    </message>
    <message>
        <source>Paling banyak empat produk.</source>
        <translation>Four products at most.</translation>
    </message>
    <message>
        <source>Pembelian minimum</source>
        <translation>Minimum purchase</translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation>Vendor</translation>
    </message>
    <message>
        <source>Pilih produk di daftar untuk melihat harga dan spesifikasinya.</source>
        <translation>Choose a product in the list to see its price and specification.</translation>
    </message>
    <message>
        <source>Produk</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Produk setara</source>
        <translation>Similar products</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Spesifikasi</source>
        <translation>Specification</translation>
    </message>
    <message>
        <source>Stok</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>TKDN + BMP</source>
        <translation>TKDN + BMP</translation>
    </message>
    <message>
        <source>Tambah Keranjang</source>
        <translation>Add to cart</translation>
    </message>
    <message>
        <source>Tidak ada produk setara di katalog lokal.</source>
        <translation>No similar product in the local catalogue.</translation>
    </message>
    <message>
        <source>UMKK</source>
        <translation>UMKK</translation>
    </message>
    <message>
        <source>tidak tayang</source>
        <translation>not listed</translation>
    </message>
    <message>
        <source>{quantity} masuk Keranjang.</source>
        <translation>{quantity} added to the cart.</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Menyiapkan INAPROC Desktop…</source>
        <translation>Preparing INAPROC Desktop…</translation>
    </message>
</context>
<context>
    <name>ProofDialog</name>
    <message>
        <source>Keputusan ini perlu konfirmasi baru. Sesudahnya berlaku beberapa menit tanpa ditanya lagi.</source>
        <translation>This decision needs a new confirmation. It then counts for some minutes without asking again.</translation>
    </message>
    <message>
        <source>Lanjutkan</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Pastikan ini Anda</source>
        <translation>Confirm that it is you</translation>
    </message>
</context>
<context>
    <name>QuestionsCard</name>
    <message>
        <source>Negosiasi hanya menurunkan {saved} ({share}). Apakah harga masih dapat diturunkan?</source>
        <translation>The negotiation saved only {saved} ({share}). Can the price still be lowered?</translation>
    </message>
    <message>
        <source>Nilai {total} adalah {share} dari batas {limit}. Apakah kebutuhan ini tidak dipecah?</source>
        <translation>The value of {total} is {share} of the limit of {limit}. Has this need been split up?</translation>
    </message>
    <message>
        <source>Pertanyaan sebelum memutuskan</source>
        <translation>Questions before deciding</translation>
    </message>
    <message>
        <source>Tidak ada yang menonjol pada data di komputer ini.</source>
        <translation>Nothing stands out in the data on this computer.</translation>
    </message>
    <message>
        <source>Total {total} mencapai {share} dari pagu {pagu}. Dari mana perkiraan harganya?</source>
        <translation>The total of {total} reaches {share} of the ceiling of {pagu}. Where does the price estimate come from?</translation>
    </message>
    <message>
        <source>pertanyaan, bukan temuan</source>
        <translation>questions, not findings</translation>
    </message>
    <message>
        <source>{product} {price}, {share} di atas {peer} dari {vendor}. Mengapa penyedia ini dipilih?</source>
        <translation>{product} at {price} is {share} above {peer} from {vendor}. Why was this vendor chosen?</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Akses saja</source>
        <translation>Accesses only</translation>
    </message>
    <message>
        <source>Antrean verifikasi</source>
        <translation>Verification queue</translation>
    </message>
    <message>
        <source>Batas waktu</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Cari permohonan</source>
        <translation>Search requests</translation>
    </message>
    <message>
        <source>Dikirim {when}</source>
        <translation>Sent {when}</translation>
    </message>
    <message>
        <source>Disetujui</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>Ditolak</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>Jenis</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Menunggu</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Muat berikutnya ({count} lagi)</source>
        <translation>Load more ({count} left)</translation>
    </message>
    <message>
        <source>Nama, nomor, satker…</source>
        <translation>Name, number, work unit…</translation>
    </message>
    <message>
        <source>Pemohon</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>Pengiriman ke-{count}</source>
        <translation>Sending no. {count}</translation>
    </message>
    <message>
        <source>Perlu perbaikan</source>
        <translation>Needs a fix</translation>
    </message>
    <message>
        <source>Permohonan baru muncul di sini dengan sendirinya.</source>
        <translation>New requests appear here by themselves.</translation>
    </message>
    <message>
        <source>Profil dan akses</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>Profil saja</source>
        <translation>Profiles only</translation>
    </message>
    <message>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Setujui {count} yang bersih…</source>
        <translation>Approve {count} clean ones…</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Tidak ada yang cocok</source>
        <translation>Nothing matches</translation>
    </message>
    <message>
        <source>Tidak ada yang menunggu</source>
        <translation>Nothing is waiting</translation>
    </message>
    <message>
        <source>Ubah saringan atau kata pencarian.</source>
        <translation>Change the filter or the search words.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Navigasi</source>
        <translation>Navigation</translation>
    </message>
</context>
<context>
    <name>RecapDialog</name>
    <message>
        <source>Rekap bulanan</source>
        <translation>Monthly recap</translation>
    </message>
    <message>
        <source>Rekap {month}</source>
        <translation>Recap of {month}</translation>
    </message>
    <message>
        <source>Simpan PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ReceivingPage</name>
    <message>
        <source>Anda sudah menandatangani. Giliran penyedia.</source>
        <translation>You have signed. It is the vendor&apos;s turn.</translation>
    </message>
    <message>
        <source>BAST</source>
        <translation>BAST</translation>
    </message>
    <message>
        <source>BAST di penyedia</source>
        <translation>BAST with the vendor</translation>
    </message>
    <message>
        <source>BAST {number} sudah terbit. Tanda tangani.</source>
        <translation>BAST {number} has been issued. Sign it.</translation>
    </message>
    <message>
        <source>Barang</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>Barang yang diterima</source>
        <translation>Goods received</translation>
    </message>
    <message>
        <source>Belum</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Belum tercatat</source>
        <translation>Not recorded</translation>
    </message>
    <message>
        <source>Buka BAST</source>
        <translation>Open BAST</translation>
    </message>
    <message>
        <source>Buka pesanan</source>
        <translation>Open order</translation>
    </message>
    <message>
        <source>Dikirim</source>
        <translation>Shipped</translation>
    </message>
    <message>
        <source>Dipesan</source>
        <translation>Ordered</translation>
    </message>
    <message>
        <source>Diterima</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Isian Anda masih ada di halaman ini; pesanan tidak berubah.</source>
        <translation>Your entries are still on this page; the order has not changed.</translation>
    </message>
    <message>
        <source>Lengkap</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>Menunggu terkirim</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Pemeriksaan selesai. Beri nomor BAST dan tanda tangani.</source>
        <translation>Inspection done. Number the BAST and sign it.</translation>
    </message>
    <message>
        <source>Penerimaan</source>
        <translation>Receiving</translation>
    </message>
    <message>
        <source>Perlu BAST</source>
        <translation>BAST to issue</translation>
    </message>
    <message>
        <source>Perlu diperiksa</source>
        <translation>To be inspected</translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>Pesanan muncul di sini setelah penyedia mengirim barang.</source>
        <translation>Orders appear here once the vendor ships goods.</translation>
    </message>
    <message>
        <source>Pilih pesanan di kiri</source>
        <translation>Choose an order on the left</translation>
    </message>
    <message>
        <source>Sebagian</source>
        <translation>Partial</translation>
    </message>
    <message>
        <source>Tanda tiba belum terkirim ke peladen; dikirim sendiri begitu tersambung.</source>
        <translation>The arrival has not been sent to the server yet; it is sent by itself once connected.</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu diterima</source>
        <translation>Nothing to receive</translation>
    </message>
    <message>
        <source>{count} di perjalanan</source>
        <translation>{count} on the way</translation>
    </message>
    <message>
        <source>{count} menunggu Anda</source>
        <translation>{count} waiting for you</translation>
    </message>
    <message>
        <source>{deed} tidak diterima: {why}</source>
        <translation>{deed} was not accepted: {why}</translation>
    </message>
    <message>
        <source>{number} · {state}</source>
        <translation>{number} · {state}</translation>
    </message>
</context>
<context>
    <name>RecentCard</name>
    <message>
        <source>Belum ada pesanan</source>
        <translation>No orders yet</translation>
    </message>
    <message>
        <source>Giliran</source>
        <translation>Turn</translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Paket</source>
        <translation>Package</translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Pesanan terakhir</source>
        <translation>Recent orders</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>RecoveryCodesPanel</name>
    <message>
        <source>Berkas tidak dapat ditulis: {why}. Pilih tempat lain.</source>
        <translation>The file cannot be written: {why}. Choose another place.</translation>
    </message>
    <message>
        <source>Cetak…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Dikirim ke pencetak.</source>
        <translation>Sent to the printer.</translation>
    </message>
    <message>
        <source>INAPROC: kode pemulihan akun {account}</source>
        <translation>INAPROC: recovery codes of the account {account}</translation>
    </message>
    <message>
        <source>Kode pemulihan sudah saya simpan di tempat yang aman</source>
        <translation>I have put the recovery codes in a safe place</translation>
    </message>
    <message>
        <source>Pakai salah satu kode ini bila ponsel hilang atau rusak. Setiap kode berlaku satu kali. Kode tidak ditampilkan lagi sesudah ini.</source>
        <translation>Use one of these codes when the phone is lost or broken. Each code works once. They are not shown again after this.</translation>
    </message>
    <message>
        <source>Setiap kode berlaku satu kali. Simpan di tempat yang aman dan jangan dibagikan.</source>
        <translation>Each code works once. Keep them in a safe place and do not share them.</translation>
    </message>
    <message>
        <source>Simpan kode pemulihan</source>
        <translation>Save the recovery codes</translation>
    </message>
    <message>
        <source>Simpan sebagai berkas…</source>
        <translation>Save as a file…</translation>
    </message>
    <message>
        <source>Tersimpan di {place}.</source>
        <translation>Saved in {place}.</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Akun ini memakai verifikasi dua langkah.</source>
        <translation>This account uses two-step verification.</translation>
    </message>
    <message>
        <source>Bila akun itu ada, kode 6 angka sedang dikirim ke emailnya.</source>
        <translation>If there is such an account, a 6-digit code is on its way to its email.</translation>
    </message>
    <message>
        <source>Ganti kata sandi</source>
        <translation>Change the password</translation>
    </message>
    <message>
        <source>Kata sandi baru</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Kata sandi sudah diganti dan semua perangkat dikeluarkan. Masuk dengan kata sandi yang baru.</source>
        <translation>The password was changed and all devices were signed out. Sign in with the new password.</translation>
    </message>
    <message>
        <source>Ke halaman masuk</source>
        <translation>To the sign-in page</translation>
    </message>
    <message>
        <source>Kirim kode</source>
        <translation>Send a code</translation>
    </message>
    <message>
        <source>Kode autentikator atau kode pemulihan</source>
        <translation>Code of the authenticator, or a recovery code</translation>
    </message>
    <message>
        <source>Kode dikirim ke email akun Anda. Jawaban di sini sama, ada atau tidak ada akunnya.</source>
        <translation>A code is sent to your account&apos;s email. The answer here is the same whether or not there is such an account.</translation>
    </message>
    <message>
        <source>Lupa kata sandi</source>
        <translation>Forgotten password</translation>
    </message>
    <message>
        <source>Nama pengguna atau email</source>
        <translation>Username or email</translation>
    </message>
    <message>
        <source>Periksa kode</source>
        <translation>Check the code</translation>
    </message>
</context>
<context>
    <name>RegisterFilters</name>
    <message>
        <source>Akses: {status}</source>
        <translation>Access: {status}</translation>
    </message>
    <message>
        <source>Bulan pengiriman</source>
        <translation>Month of sending</translation>
    </message>
    <message>
        <source>Cari di register</source>
        <translation>Search the register</translation>
    </message>
    <message>
        <source>Instansi atau satuan kerja</source>
        <translation>Institution or work unit</translation>
    </message>
    <message>
        <source>Jenis akses</source>
        <translation>Kind of access</translation>
    </message>
    <message>
        <source>Nama, NIP, NIK, satuan kerja…</source>
        <translation>Name, NIP, NIK, work unit…</translation>
    </message>
    <message>
        <source>Semua bulan</source>
        <translation>All months</translation>
    </message>
    <message>
        <source>Semua jenis akses</source>
        <translation>All kinds of access</translation>
    </message>
    <message>
        <source>Semua satuan kerja</source>
        <translation>All work units</translation>
    </message>
    <message>
        <source>Semua status</source>
        <translation>All statuses</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>Akses</source>
        <translation>Access</translation>
    </message>
    <message>
        <source>Akses {name} dinonaktifkan. Pemiliknya diberi tahu lewat email.</source>
        <translation>The access of {name} is deactivated. They are told by email.</translation>
    </message>
    <message>
        <source>Batalkan</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Buku kerja Excel (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Daftar anggota</source>
        <translation>List of members</translation>
    </message>
    <message>
        <source>Dikirim</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Dikirim {when}</source>
        <translation>Sent {when}</translation>
    </message>
    <message>
        <source>Diputus {when} oleh {name}</source>
        <translation>Decided {when} by {name}</translation>
    </message>
    <message>
        <source>Dokumen PDF (*.pdf)</source>
        <translation>PDF document (*.pdf)</translation>
    </message>
    <message>
        <source>Ekspor register</source>
        <translation>Export the register</translation>
    </message>
    <message>
        <source>Ekspor…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Membaca seluruh register…</source>
        <translation>Reading the whole register…</translation>
    </message>
    <message>
        <source>Nomor surat</source>
        <translation>Letter number</translation>
    </message>
    <message>
        <source>Nonaktifkan akses…</source>
        <translation>Deactivate the access…</translation>
    </message>
    <message>
        <source>Pemohon</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>Pilih baris dengan akses yang masih berlaku</source>
        <translation>Choose a row whose access still counts</translation>
    </message>
    <message>
        <source>Register akses</source>
        <translation>Register of accesses</translation>
    </message>
    <message>
        <source>Rekap bulanan…</source>
        <translation>Monthly recap…</translation>
    </message>
    <message>
        <source>Rekap tersimpan di {path}</source>
        <translation>Recap saved in {path}</translation>
    </message>
    <message>
        <source>Semua baris yang cocok dengan saringan, ke XLSX atau CSV (Ctrl+E)</source>
        <translation>Every row that the filter finds, to XLSX or CSV (Ctrl+E)</translation>
    </message>
    <message>
        <source>Simpan rekap</source>
        <translation>Save the recap</translation>
    </message>
    <message>
        <source>Tidak ada yang cocok</source>
        <translation>Nothing matches</translation>
    </message>
    <message>
        <source>Ubah bulan, status, atau kata pencarian.</source>
        <translation>Change the month, the status or the search words.</translation>
    </message>
    <message>
        <source>diputus dalam {hours} jam</source>
        <translation>decided within {hours} h</translation>
    </message>
    <message>
        <source>pengiriman ke-{count}</source>
        <translation>sending no. {count}</translation>
    </message>
    <message>
        <source>register akses</source>
        <translation>register of accesses</translation>
    </message>
    <message>
        <source>rekap verifikasi {month}.pdf</source>
        <translation>verification recap {month}.pdf</translation>
    </message>
    <message>
        <source>{count} akses akan berakhir</source>
        <translation>{count} accesses end soon</translation>
    </message>
    <message>
        <source>{count} baris tersimpan di {path}</source>
        <translation>{count} rows saved in {path}</translation>
    </message>
    <message>
        <source>{count} permohonan</source>
        <translation>{count} requests</translation>
    </message>
    <message>
        <source>{shown} dari {total}; persempit saringan. Ekspor memuat semuanya.</source>
        <translation>{shown} of {total}; narrow the filter. An export holds all.</translation>
    </message>
</context>
<context>
    <name>RegisterWords</name>
    <message>
        <source>Agustus</source>
        <translation>August</translation>
    </message>
    <message>
        <source>Alasan lain</source>
        <translation>Another reason</translation>
    </message>
    <message>
        <source>April</source>
        <translation>April</translation>
    </message>
    <message>
        <source>Atas permintaan sendiri</source>
        <translation>At their own request</translation>
    </message>
    <message>
        <source>Berlaku dari</source>
        <translation>Valid from</translation>
    </message>
    <message>
        <source>Berlaku sampai</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>Desember</source>
        <translation>December</translation>
    </message>
    <message>
        <source>Diduga akses ganda</source>
        <translation>Suspected duplicate access</translation>
    </message>
    <message>
        <source>Dikirim</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Diputus</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>Diputus oleh</source>
        <translation>Decided by</translation>
    </message>
    <message>
        <source>Februari</source>
        <translation>February</translation>
    </message>
    <message>
        <source>Instansi</source>
        <translation>Institution</translation>
    </message>
    <message>
        <source>Jam sampai keputusan</source>
        <translation>Hours to the decision</translation>
    </message>
    <message>
        <source>Januari</source>
        <translation>January</translation>
    </message>
    <message>
        <source>Jenis akses</source>
        <translation>Kind of access</translation>
    </message>
    <message>
        <source>Juli</source>
        <translation>July</translation>
    </message>
    <message>
        <source>Juni</source>
        <translation>June</translation>
    </message>
    <message>
        <source>Maret</source>
        <translation>March</translation>
    </message>
    <message>
        <source>Mei</source>
        <translation>May</translation>
    </message>
    <message>
        <source>Mutasi atau pindah satuan kerja</source>
        <translation>Transfer or change of work unit</translation>
    </message>
    <message>
        <source>NIK/Paspor (tersamar)</source>
        <translation>NIK/passport (masked)</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nomor surat</source>
        <translation>Letter number</translation>
    </message>
    <message>
        <source>November</source>
        <translation>November</translation>
    </message>
    <message>
        <source>Oktober</source>
        <translation>October</translation>
    </message>
    <message>
        <source>Pengiriman ke</source>
        <translation>Sending no.</translation>
    </message>
    <message>
        <source>Satuan kerja/perusahaan</source>
        <translation>Work unit/company</translation>
    </message>
    <message>
        <source>September</source>
        <translation>September</translation>
    </message>
    <message>
        <source>Status akses</source>
        <translation>Status of the access</translation>
    </message>
    <message>
        <source>Status permohonan</source>
        <translation>Status of the request</translation>
    </message>
    <message>
        <source>Tidak lagi menjabat</source>
        <translation>No longer in office</translation>
    </message>
    <message>
        <source>s.d. {until}</source>
        <translation>until {until}</translation>
    </message>
</context>
<context>
    <name>RequestLine</name>
    <message>
        <source>Ajukan lagi</source>
        <translation>Ask again</translation>
    </message>
    <message>
        <source>Salin laporan</source>
        <translation>Copy report</translation>
    </message>
    <message>
        <source>Sudah berulang kali dikembalikan: hubungi Pusat Bantuan.</source>
        <translation>Given back several times: contact the help centre.</translation>
    </message>
    <message>
        <source>Tarik</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Ubah permohonan</source>
        <translation>Change the request</translation>
    </message>
    <message>
        <source>Unggah Perbaikan Data</source>
        <translation>Upload corrections</translation>
    </message>
    <message>
        <source>{intent} · dikirim {sent} · pengiriman ke-{count}</source>
        <translation>{intent} · sent {sent} · sending no. {count}</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Akses ini disetujui oleh dua orang.</source>
        <translation>This access is approved by two people.</translation>
    </message>
    <message>
        <source>Akses ini hanya dapat dipakai dengan verifikasi dua langkah.</source>
        <translation>This access can only be used with two-step verification.</translation>
    </message>
    <message>
        <source>Aktifkan Kembali</source>
        <translation>Reactivation</translation>
    </message>
    <message>
        <source>Berkas</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Particulars</translation>
    </message>
    <message>
        <source>Data dan foto dikirim ke peladen dan dilihat Verifikator Akses INAPROC, yang memutuskan paling lama {hours} jam. Setiap kali berkas Anda dibuka orang lain, hal itu dicatat.</source>
        <translation>Data and pictures go to the server and are seen by the INAPROC access verifier, who decides within {hours} hours. Each time somebody else opens your files, it is recorded.</translation>
    </message>
    <message>
        <source>Jenis permohonan</source>
        <translation>Kind of request</translation>
    </message>
    <message>
        <source>Kewarganegaraan</source>
        <translation>Citizenship</translation>
    </message>
    <message>
        <source>Peran</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Permohonan diputuskan oleh {who} paling lama {hours} jam. Hasilnya dikirim ke email Anda dan tampak di Manajemen Akses.</source>
        <translation>The request is decided by {who} within {hours} hours. The result goes to your email and appears in Access management.</translation>
    </message>
    <message>
        <source>Pindah satker: akses lama berakhir</source>
        <translation>Move to another work unit: the old access ends</translation>
    </message>
    <message>
        <source>Saya Setuju dengan ketentuan di atas; data dan berkas ini benar dan milik saya.</source>
        <translation>I agree to the above; these data and files are true and mine.</translation>
    </message>
    <message>
        <source>Ubah</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Yang masih kurang</source>
        <translation>Still missing</translation>
    </message>
</context>
<context>
    <name>ReviewerCard</name>
    <message>
        <source>Anda membeli sebagai PPK, jadi Anda sendiri yang meninjau.</source>
        <translation>You buy as PPK, so you review the order yourself.</translation>
    </message>
    <message>
        <source>Belum ada PPK aktif di satuan kerja ini. Minta PPK mengaktifkan aksesnya.</source>
        <translation>This work unit has no active PPK yet. Ask the PPK to activate their access.</translation>
    </message>
    <message>
        <source>Nama PPK</source>
        <translation>Name of the PPK</translation>
    </message>
    <message>
        <source>PPK peninjau</source>
        <translation>Reviewing PPK</translation>
    </message>
    <message>
        <source>Setelah harga disepakati, PPK ini yang menyetujui pesanan.</source>
        <translation>Once prices are agreed, this PPK approves the order.</translation>
    </message>
</context>
<context>
    <name>SeatsCard</name>
    <message>
        <source>Belum</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Giliran Anda</source>
        <translation>Your turn</translation>
    </message>
    <message>
        <source>Gilirannya</source>
        <translation>Their turn</translation>
    </message>
    <message>
        <source>Sudah</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>Tanda tangan kedua pihak</source>
        <translation>Signatures of both parties</translation>
    </message>
    <message>
        <source>{moment} · sertifikat {serial}</source>
        <translation>{moment} · certificate {serial}</translation>
    </message>
</context>
<context>
    <name>SecondFactorCard</name>
    <message>
        <source>Akses Anda mewajibkannya, jadi tidak dapat dimatikan.</source>
        <translation>Your access demands it, so it cannot be turned off.</translation>
    </message>
    <message>
        <source>Akses {kinds} baru dapat dipakai sesudah verifikasi dua langkah aktif.</source>
        <translation>The access {kinds} can be used only once two-step verification is on.</translation>
    </message>
    <message>
        <source>Aktif</source>
        <translation>On</translation>
    </message>
    <message>
        <source>Aktifkan…</source>
        <translation>Turn on…</translation>
    </message>
    <message>
        <source>Belum aktif</source>
        <translation>Not on yet</translation>
    </message>
    <message>
        <source>Buat kode pemulihan baru…</source>
        <translation>Make new recovery codes…</translation>
    </message>
    <message>
        <source>Kode dari ponsel diminta setiap kali masuk dan sebelum tindakan penting.</source>
        <translation>A code of the phone is asked for at every sign-in and before important deeds.</translation>
    </message>
    <message>
        <source>Kode pemulihan tersisa {count}.</source>
        <translation>Recovery codes left: {count}.</translation>
    </message>
    <message>
        <source>Kode pemulihan tersisa {count}: buat yang baru sebelum habis.</source>
        <translation>Recovery codes left: {count}. Make new ones before they run out.</translation>
    </message>
    <message>
        <source>Matikan…</source>
        <translation>Turn off…</translation>
    </message>
    <message>
        <source>Pindah ke ponsel lain…</source>
        <translation>Move to another phone…</translation>
    </message>
    <message>
        <source>Tanpa ini, siapa pun yang tahu kata sandi Anda dapat masuk.</source>
        <translation>Without it, whoever knows your password can sign in.</translation>
    </message>
    <message>
        <source>Verifikasi dua langkah</source>
        <translation>Two-step verification</translation>
    </message>
    <message>
        <source>Wajib, belum aktif</source>
        <translation>Compulsory, not on yet</translation>
    </message>
</context>
<context>
    <name>SecondFactorSetup</name>
    <message>
        <source>1. Pasang aplikasi autentikator di ponsel, misalnya Aegis, Google Authenticator, atau Microsoft Authenticator.</source>
        <translation>1. Install an authenticator app on the phone, for example Aegis, Google Authenticator or Microsoft Authenticator.</translation>
    </message>
    <message>
        <source>2. Pindai kode QR ini, atau ketik kunci berikut ke dalam aplikasi.</source>
        <translation>2. Scan this QR code, or type the following key into the app.</translation>
    </message>
    <message>
        <source>3. Ketik kode 6 angka yang tampil di aplikasi</source>
        <translation>3. Type the 6-digit code that the app shows</translation>
    </message>
    <message>
        <source>Kode QR verifikasi dua langkah; kuncinya juga tertulis di sebelahnya</source>
        <translation>QR code of two-step verification; the key is also written beside it</translation>
    </message>
    <message>
        <source>Kode berganti setiap 30 detik. Jam ponsel harus tepat.</source>
        <translation>The code changes every 30 seconds. The phone&apos;s clock must be right.</translation>
    </message>
    <message>
        <source>Kunci verifikasi dua langkah</source>
        <translation>Key of two-step verification</translation>
    </message>
    <message>
        <source>Salin kunci</source>
        <translation>Copy the key</translation>
    </message>
    <message>
        <source>Tersalin</source>
        <translation>Copied</translation>
    </message>
</context>
<context>
    <name>SecondFactorStep</name>
    <message>
        <source>Enam angka dari aplikasi autentikator Anda.</source>
        <translation>The six digits from your authenticator app.</translation>
    </message>
    <message>
        <source>Isi salah satu kode pemulihan Anda.</source>
        <translation>Fill in one of your recovery codes.</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Kode pemulihan</source>
        <translation>Recovery codes</translation>
    </message>
    <message>
        <source>Kode verifikasi dua langkah</source>
        <translation>Two-step verification code</translation>
    </message>
    <message>
        <source>Masuk</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Pakai kode autentikator</source>
        <translation>Use a code of the authenticator</translation>
    </message>
    <message>
        <source>Pakai kode pemulihan</source>
        <translation>Use a recovery code</translation>
    </message>
    <message>
        <source>Ponsel dan kode pemulihan hilang?</source>
        <translation>Phone and recovery codes lost?</translation>
    </message>
    <message>
        <source>Salah satu dari sepuluh kode yang Anda simpan; berlaku satu kali.</source>
        <translation>One of the ten codes that you kept; works once.</translation>
    </message>
</context>
<context>
    <name>SectionCard</name>
    <message>
        <source>kurang {count}</source>
        <translation>{count} missing</translation>
    </message>
    <message>
        <source>lengkap</source>
        <translation>complete</translation>
    </message>
    <message>
        <source>periksa {count}</source>
        <translation>{count} to check</translation>
    </message>
</context>
<context>
    <name>SendingOverlay</name>
    <message>
        <source>Mengirim formulir…</source>
        <translation>Sending the form…</translation>
    </message>
    <message>
        <source>Mengunggah berkas: {done} dari {total}</source>
        <translation>Uploading files: {done} of {total}</translation>
    </message>
</context>
<context>
    <name>SentPanel</name>
    <message>
        <source>Anda sedang luring. Pengajuan tersimpan di perangkat ini dan dikirim begitu tersambung; belum menjadi pesanan sebelum nomor dari peladen diterima.</source>
        <translation>You are offline. The submission is saved on this device and sent once connected; it is not an order before the server has given it a number.</translation>
    </message>
    <message>
        <source>Belum terkirim</source>
        <translation>Not sent yet</translation>
    </message>
    <message>
        <source>Lanjut belanja</source>
        <translation>Continue shopping</translation>
    </message>
    <message>
        <source>Lihat Kotak Keluar</source>
        <translation>View outbox</translation>
    </message>
    <message>
        <source>Menunggu nomor pesanan dari peladen. Halaman negosiasi terbuka sendiri begitu nomor diterima; bila ditolak, isian Anda kembali ke sini beserta alasannya.</source>
        <translation>Waiting for the order number from the server. The negotiation opens by itself once it arrives; if the submission is refused, your entries come back here with the reason.</translation>
    </message>
    <message>
        <source>Pengajuan negosiasi tersimpan</source>
        <translation>Negotiation saved for sending</translation>
    </message>
    <message>
        <source>Sambungan terputus sebelum nomor pesanan diterima. Pengajuan tersimpan di perangkat ini dan hasilnya ditanyakan lagi begitu tersambung; tidak akan dipesan dua kali.</source>
        <translation>The connection broke before the order number arrived. The submission is kept on this device and its outcome is asked for again as soon as there is a connection; it will not be ordered twice.</translation>
    </message>
    <message>
        <source>Terkirim, belum dipesan</source>
        <translation>Sent, not ordered yet</translation>
    </message>
</context>
<context>
    <name>ServerDialog</name>
    <message>
        <source>Isi alamat peladen.</source>
        <translation>Enter the server address.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Bahasa</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Buka folder</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>Daftar dan dokumen disimpan ke sini, kecuali Anda memilih tempat lain.</source>
        <translation>Lists and documents are saved here unless you choose another place.</translation>
    </message>
    <message>
        <source>Data di perangkat ini</source>
        <translation>Data on this device</translation>
    </message>
    <message>
        <source>Diperbarui sendiri selama tersambung; hanya diunduh bila ada yang baru.</source>
        <translation>Updated by itself while connected; downloaded only when there is something new.</translation>
    </message>
    <message>
        <source>Diunduh</source>
        <translation>Downloaded</translation>
    </message>
    <message>
        <source>E-purchasing pemerintah dari katalog sampai pembayaran, juga tanpa sambungan.</source>
        <translation>Government e-purchasing from catalogue to payment, with or without a connection.</translation>
    </message>
    <message>
        <source>Ekspor</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Folder ekspor</source>
        <translation>Export folder</translation>
    </message>
    <message>
        <source>Gelap</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>INAPROC Desktop, versi {version}</source>
        <translation>INAPROC Desktop, version {version}</translation>
    </message>
    <message>
        <source>Ikuti sistem</source>
        <translation>Follow the system</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Kantor latihan</source>
        <translation>Training office</translation>
    </message>
    <message>
        <source>Kata sandi tidak disimpan. Kunci tanda tangan terkunci oleh frasa sandi Anda dan tidak pernah dikirim.</source>
        <translation>Passwords are not stored. Your signing key is locked by your passphrase and is never sent.</translation>
    </message>
    <message>
        <source>Katalog</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>Katalog luring</source>
        <translation>Offline catalogue</translation>
    </message>
    <message>
        <source>Kembali ke folder dokumen</source>
        <translation>Back to the documents folder</translation>
    </message>
    <message>
        <source>Kunci tanda tangan</source>
        <translation>Signing key</translation>
    </message>
    <message>
        <source>Lisensi…</source>
        <translation>Licences…</translation>
    </message>
    <message>
        <source>Luring: katalog diperbarui sendiri begitu tersambung.</source>
        <translation>Offline: the catalogue is updated by itself once connected.</translation>
    </message>
    <message>
        <source>Pengaturan</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Pengaturan dan daftar wilayah</source>
        <translation>Settings and list of regions</translation>
    </message>
    <message>
        <source>Perbarui</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>Pesanan, draf, dan dokumen</source>
        <translation>Orders, drafts, documents</translation>
    </message>
    <message>
        <source>Pilih folder…</source>
        <translation>Choose folder…</translation>
    </message>
    <message>
        <source>Pilihan belum tersimpan</source>
        <translation>The choice was not saved</translation>
    </message>
    <message>
        <source>Pilihan sebelumnya tetap berlaku.</source>
        <translation>The former choice stays in force.</translation>
    </message>
    <message>
        <source>Produk tayang</source>
        <translation>Listed products</translation>
    </message>
    <message>
        <source>Sedang diperbarui…</source>
        <translation>Updating…</translation>
    </message>
    <message>
        <source>Tampilan</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Tentang</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Terang</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Tombol, jarak, dan huruf membesar bersama.</source>
        <translation>Text, buttons and spacing grow together.</translation>
    </message>
    <message>
        <source>Ukuran huruf</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>belum pernah</source>
        <translation>never</translation>
    </message>
</context>
<context>
    <name>SharesCard</name>
    <message>
        <source>(sasaran {share})</source>
        <translation>(target {share})</translation>
    </message>
    <message>
        <source>Dihitung dari pesanan yang sudah diterima penyedia; belum ada.</source>
        <translation>Computed from orders that vendors have accepted; none yet.</translation>
    </message>
    <message>
        <source>PDN</source>
        <translation>PDN</translation>
    </message>
    <message>
        <source>Produk dalam negeri &amp; UMKK</source>
        <translation>Domestic products &amp; UMKK</translation>
    </message>
    <message>
        <source>UMKK</source>
        <translation>UMKK</translation>
    </message>
    <message>
        <source>{count} pesanan, nilai barang {goods}</source>
        <translation>Orders: {count}, goods worth {goods}</translation>
    </message>
</context>
<context>
    <name>SharesGrid</name>
    <message>
        <source>Ambil semua yang belum dibagi</source>
        <translation>Take all that is left</translation>
    </message>
    <message>
        <source>Belum dibagi</source>
        <translation>Not assigned</translation>
    </message>
    <message>
        <source>Di sini</source>
        <translation>Here</translation>
    </message>
    <message>
        <source>Dipesan</source>
        <translation>Ordered</translation>
    </message>
    <message>
        <source>Jumlah di lokasi ini</source>
        <translation>Quantity at this place</translation>
    </message>
    <message>
        <source>Jumlah untuk lokasi ini</source>
        <translation>Quantities for this place</translation>
    </message>
</context>
<context>
    <name>ShellWindow</name>
    <message>
        <source>Ada yang tidak berhasil</source>
        <translation>Something did not work</translation>
    </message>
    <message>
        <source>Beranda</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Draf dan antrean Kotak Keluar tetap tersimpan di perangkat ini.</source>
        <translation>Drafts and the outbox are still saved on this device.</translation>
    </message>
    <message>
        <source>Katalog</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>Keamanan akun</source>
        <translation>Account safety</translation>
    </message>
    <message>
        <source>Keranjang</source>
        <translation>Cart</translation>
    </message>
    <message>
        <source>Kesalahan program</source>
        <translation>Program error</translation>
    </message>
    <message>
        <source>Kotak Keluar</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>Lanjutkan</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Lanjutkan?</source>
        <translation>Continue?</translation>
    </message>
    <message>
        <source>Laporan</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>MODE LATIHAN — data simulasi</source>
        <translation>TRAINING MODE — simulated data</translation>
    </message>
    <message>
        <source>Manajemen Akses</source>
        <translation>Accesses</translation>
    </message>
    <message>
        <source>Negosiasi</source>
        <translation>Negotiations</translation>
    </message>
    <message>
        <source>Pembayaran</source>
        <translation>Payments</translation>
    </message>
    <message>
        <source>Penerimaan</source>
        <translation>Receiving</translation>
    </message>
    <message>
        <source>Pengaturan</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Pengawasan</source>
        <translation>Oversight</translation>
    </message>
    <message>
        <source>Pengiriman</source>
        <translation>Shipping</translation>
    </message>
    <message>
        <source>Persetujuan</source>
        <translation>Approvals</translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>Produk</source>
        <translation>Products</translation>
    </message>
    <message>
        <source>Program menemui kesalahan yang tidak terduga.</source>
        <translation>The program met an unexpected error.</translation>
    </message>
    <message>
        <source>Register akses</source>
        <translation>Register of accesses</translation>
    </message>
    <message>
        <source>Tidak ada yang dikirim ke katalog nasional; semua dokumen bertanda SIMULASI.</source>
        <translation>Nothing is sent to the national catalogue; all documents are marked SIMULASI.</translation>
    </message>
    <message>
        <source>Ulangi langkah tadi. Bila terjadi lagi, salin laporan dan kirim kepada pengelola.</source>
        <translation>Repeat the last step. If it happens again, copy the report and send it to your administrator.</translation>
    </message>
    <message>
        <source>Verifikasi</source>
        <translation>Verification</translation>
    </message>
    <message>
        <source>{title} — MODE LATIHAN</source>
        <translation>{title} — TRAINING MODE</translation>
    </message>
</context>
<context>
    <name>ShipFormCard</name>
    <message>
        <source>Barang</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>Dikirim sekarang</source>
        <translation>Shipped now</translation>
    </message>
    <message>
        <source>Dikirim: {name}</source>
        <translation>Shipped: {name}</translation>
    </message>
    <message>
        <source>Isi nama kurir.</source>
        <translation>Enter the courier&apos;s name.</translation>
    </message>
    <message>
        <source>Isi nama pengemudi dan nomornya.</source>
        <translation>Enter the driver&apos;s name and number.</translation>
    </message>
    <message>
        <source>Isi nomor resi dari kurir.</source>
        <translation>Enter the courier&apos;s tracking number.</translation>
    </message>
    <message>
        <source>Isi perkiraan tiba, hari ini atau sesudahnya.</source>
        <translation>Enter the expected arrival, today or later.</translation>
    </message>
    <message>
        <source>Jumlah dikirim</source>
        <translation>Quantity shipped</translation>
    </message>
    <message>
        <source>Kirim</source>
        <translation>Ship</translation>
    </message>
    <message>
        <source>Kirim barang</source>
        <translation>Ship goods</translation>
    </message>
    <message>
        <source>Lokasi pengiriman</source>
        <translation>Delivery place</translation>
    </message>
    <message>
        <source>Nama kurir</source>
        <translation>Courier&apos;s name</translation>
    </message>
    <message>
        <source>Nomor resi</source>
        <translation>Tracking number</translation>
    </message>
    <message>
        <source>Pengemudi dan nomor ponsel</source>
        <translation>Driver and mobile number</translation>
    </message>
    <message>
        <source>Perkiraan tiba</source>
        <translation>Expected arrival</translation>
    </message>
    <message>
        <source>Sisa</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>{recipient} ({phone}) · {street}, {region} · diminta tiba {dates}</source>
        <translation>{recipient} ({phone}) · {street}, {region} · requested arrival {dates}</translation>
    </message>
</context>
<context>
    <name>Shipments</name>
    <message>
        <source>Diterima oleh</source>
        <translation>Received by</translation>
    </message>
    <message>
        <source>Isi nama penerima barang.</source>
        <translation>Enter who received the goods.</translation>
    </message>
    <message>
        <source>Nama orang atau bagian yang menerima barang.</source>
        <translation>Name of the person or department that received the goods.</translation>
    </message>
    <message>
        <source>Tandai Tiba</source>
        <translation>Mark as arrived</translation>
    </message>
    <message>
        <source>Tandai pengiriman tiba</source>
        <translation>Mark shipment as arrived</translation>
    </message>
</context>
<context>
    <name>ShipmentsCard</name>
    <message>
        <source>Belum ada barang yang dikirim.</source>
        <translation>No goods have been shipped yet.</translation>
    </message>
    <message>
        <source>Dalam perjalanan</source>
        <translation>On its way</translation>
    </message>
    <message>
        <source>Dikirim {sent}, perkiraan tiba {expected}</source>
        <translation>Shipped {sent}, expected {expected}</translation>
    </message>
    <message>
        <source>Menunggu terkirim</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Pengiriman</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>Pengiriman jatuh tempo</source>
        <translation>Shipments due</translation>
    </message>
    <message>
        <source>Pengiriman {no} · {place}</source>
        <translation>Shipment {no} · {place}</translation>
    </message>
    <message>
        <source>Tandai tiba…</source>
        <translation>Mark as arrived…</translation>
    </message>
    <message>
        <source>Tiba</source>
        <translation>Arrived</translation>
    </message>
    <message>
        <source>Tiba {moment}, diterima oleh {name}</source>
        <translation>Arrived {moment}, received by {name}</translation>
    </message>
    <message>
        <source>Tidak ada yang harus dikirim.</source>
        <translation>Nothing has to be shipped.</translation>
    </message>
    <message>
        <source>{count} pengiriman</source>
        <translation>shipments: {count}</translation>
    </message>
</context>
<context>
    <name>ShippingPage</name>
    <message>
        <source>Ada yang belum terkirim ke peladen; dikirim sendiri begitu tersambung.</source>
        <translation>Something has not been sent to the server yet; it is sent by itself once connected.</translation>
    </message>
    <message>
        <source>Belum tercatat</source>
        <translation>Not recorded</translation>
    </message>
    <message>
        <source>Buka pesanan</source>
        <translation>Open order</translation>
    </message>
    <message>
        <source>Isian Anda masih ada di halaman ini.</source>
        <translation>Your entries are still on this page.</translation>
    </message>
    <message>
        <source>Menunggu terkirim</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Pengiriman</source>
        <translation>Shipping</translation>
    </message>
    <message>
        <source>Perlu dikirim</source>
        <translation>To be shipped</translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>Pesanan muncul di sini setelah Anda menerima dan menandatangani Surat Pesanan.</source>
        <translation>Orders appear here once you accept and sign the purchase letter.</translation>
    </message>
    <message>
        <source>Pilih pesanan di kiri</source>
        <translation>Choose an order on the left</translation>
    </message>
    <message>
        <source>Tiba, diperiksa PPK</source>
        <translation>Arrived, PPK inspects</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu dikirim</source>
        <translation>Nothing to ship</translation>
    </message>
    <message>
        <source>{count} di perjalanan</source>
        <translation>{count} on the way</translation>
    </message>
    <message>
        <source>{count} perlu dikirim</source>
        <translation>{count} to ship</translation>
    </message>
    <message>
        <source>{deed} tidak diterima: {why}</source>
        <translation>{deed} was not accepted: {why}</translation>
    </message>
    <message>
        <source>{number} · {state}</source>
        <translation>{number} · {state}</translation>
    </message>
</context>
<context>
    <name>SignForm</name>
    <message>
        <source>Frasa sandi kunci</source>
        <translation>Key passphrase</translation>
    </message>
    <message>
        <source>Tanda Tangani</source>
        <translation>Sign</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Alamat peladen</source>
        <translation>Server address</translation>
    </message>
    <message>
        <source>Contoh: inaproc.kantor.go.id. Sambungan selalu terenkripsi.</source>
        <translation>Example: inaproc.office.go.id. The connection is always encrypted.</translation>
    </message>
    <message>
        <source>Frasa sandi</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Frasa sandi komputer ini</source>
        <translation>Passphrase of this computer</translation>
    </message>
    <message>
        <source>Komputer ini tidak punya penyimpanan rahasia. Buat satu frasa sandi yang mengunci data Anda di sini; frasa ini ditanya setiap kali aplikasi dibuka, dan tidak dapat dipulihkan bila terlupa.</source>
        <translation>This computer has no secret store. Choose a passphrase that locks your data here; it is asked for each time the application is opened, and cannot be recovered if forgotten.</translation>
    </message>
    <message>
        <source>Lanjutkan</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Masukkan frasa sandi komputer ini untuk membuka data Anda di sini.</source>
        <translation>Enter the passphrase of this computer to open your data here.</translation>
    </message>
    <message>
        <source>Peladen</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Periksa dan gunakan</source>
        <translation>Check and use</translation>
    </message>
    <message>
        <source>Ulangi frasa sandi</source>
        <translation>Repeat passphrase</translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>Kantor buatan di komputer ini, untuk belajar dan mencoba. Semua data simulasi.</source>
        <translation>A made-up office on this computer, for learning and trying things out. All data is simulated.</translation>
    </message>
    <message>
        <source>Kotak surat latihan</source>
        <translation>Training mailbox</translation>
    </message>
    <message>
        <source>Lupa kata sandi?</source>
        <translation>Forgot the password?</translation>
    </message>
    <message>
        <source>Melanjutkan sesi Anda…</source>
        <translation>Resuming your session…</translation>
    </message>
    <message>
        <source>Memeriksa…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Menghubungi peladen…</source>
        <translation>Contacting the server…</translation>
    </message>
    <message>
        <source>Menyiapkan kantor latihan… Yang pertama kali butuh beberapa detik.</source>
        <translation>Preparing the training office… The first time takes a few seconds.</translation>
    </message>
    <message>
        <source>Mode latihan</source>
        <translation>Training mode</translation>
    </message>
    <message>
        <source>Peladen belum dipilih.</source>
        <translation>No server chosen yet.</translation>
    </message>
    <message>
        <source>Peladen latihan {version}</source>
        <translation>Training server {version}</translation>
    </message>
    <message>
        <source>Peladen…</source>
        <translation>Server…</translation>
    </message>
    <message>
        <source>Pilih peladen dahulu.</source>
        <translation>Choose a server first.</translation>
    </message>
    <message>
        <source>Sekarang dapat dicoba lagi.</source>
        <translation>You can try again now.</translation>
    </message>
    <message>
        <source>{address} · versi {version}</source>
        <translation>{address} · version {version}</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Berkas lama disisihkan di {place}. Masuk sekali lagi.</source>
        <translation>The old file was set aside in {place}. Sign in once more.</translation>
    </message>
    <message>
        <source>Kunci berkas kerja di komputer ini tidak ditemukan atau tidak cocok. Bila penyimpanan rahasia sistem hanya terkunci atau dapat dipulihkan, pilih Tidak jadi dan pulihkan dahulu. Bila tidak, berkas itu dapat disisihkan ke folder bertanggal dan Anda mulai dengan berkas baru; draf dan perintah yang belum terkirim tetap di dalamnya. Tidak ada yang dihapus.</source>
        <translation>The key of the work file on this computer was not found or does not fit. If the secret store of the system is only locked or can be restored, choose Cancel and restore it first. If not, the file can be set aside in a dated folder and you begin with a new one; drafts and commands not yet sent stay in it. Nothing is deleted.</translation>
    </message>
    <message>
        <source>Sisihkan berkas kerja?</source>
        <translation>Set the work file aside?</translation>
    </message>
    <message>
        <source>Sisihkan dan mulai baru</source>
        <translation>Set aside and begin anew</translation>
    </message>
</context>
<context>
    <name>Signing</name>
    <message>
        <source>BAST</source>
        <translation>BAST</translation>
    </message>
    <message>
        <source>Belum ada tanda tangan untuk diperiksa.</source>
        <translation>There is no signature to check yet.</translation>
    </message>
    <message>
        <source>Belum dapat diperiksa.</source>
        <translation>Cannot be checked yet.</translation>
    </message>
    <message>
        <source>Diubah setelah ditandatangani</source>
        <translation>Changed after signing</translation>
    </message>
    <message>
        <source>Memeriksa dokumen…</source>
        <translation>Checking the document…</translation>
    </message>
    <message>
        <source>Memeriksa kunci dan kehadiran Anda…</source>
        <translation>Checking your key and your presence…</translation>
    </message>
    <message>
        <source>Memeriksa tanda tangan Anda…</source>
        <translation>Checking your signature…</translation>
    </message>
    <message>
        <source>Menandatangani…</source>
        <translation>Signing…</translation>
    </message>
    <message>
        <source>Mengambil dokumen…</source>
        <translation>Fetching the document…</translation>
    </message>
    <message>
        <source>Mengirim… Tidak dapat dibatalkan lagi.</source>
        <translation>Sending… This can no longer be cancelled.</translation>
    </message>
    <message>
        <source>PDF biasa tanpa isi aktif</source>
        <translation>Plain PDF without active content</translation>
    </message>
    <message>
        <source>Pemesan (PPK)</source>
        <translation>Ordered by (PPK)</translation>
    </message>
    <message>
        <source>Penanda tangan sesuai catatan pesanan</source>
        <translation>Signers match the order record</translation>
    </message>
    <message>
        <source>Penerbit sertifikat tepercaya</source>
        <translation>Trusted certificate issuer</translation>
    </message>
    <message>
        <source>Penerima (PPK)</source>
        <translation>Received by (PPK)</translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation>Vendor</translation>
    </message>
    <message>
        <source>Perlu sambungan untuk diperiksa.</source>
        <translation>Checking needs a connection.</translation>
    </message>
    <message>
        <source>Sama dengan naskah di peladen</source>
        <translation>Same as the document on the server</translation>
    </message>
    <message>
        <source>Surat Pesanan</source>
        <translation>Purchase letter</translation>
    </message>
    <message>
        <source>Tanda tangan utuh</source>
        <translation>Signatures intact</translation>
    </message>
    <message>
        <source>Tidak.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Tidak. Di berkas: {names}. Bandingkan dengan riwayat pesanan.</source>
        <translation>No. In the file: {names}. Compare with the order&apos;s history.</translation>
    </message>
    <message>
        <source>Tidak. Isi berkas berubah; jangan dipakai sebagai bukti.</source>
        <translation>No. The file has been altered; do not use it as evidence.</translation>
    </message>
    <message>
        <source>Tidak. Jangan ditandatangani; laporkan kepada pengelola.</source>
        <translation>No. Do not sign it; report it to your administrator.</translation>
    </message>
    <message>
        <source>Tidak. Salinan ini bukan naskah yang berlaku; buka lagi saat tersambung.</source>
        <translation>No. This copy is not the valid document; open it again once connected.</translation>
    </message>
    <message>
        <source>Tidak. Sertifikat bukan dari penerbit layanan ini, atau sudah tidak berlaku.</source>
        <translation>No. The certificate is not from this service&apos;s issuer, or is no longer valid.</translation>
    </message>
    <message>
        <source>Ya, ada perubahan. Jangan dipakai sebagai bukti; laporkan kepada pengelola.</source>
        <translation>Yes, it was changed. Do not use it as evidence; report it to your administrator.</translation>
    </message>
    <message>
        <source>Ya. Byte yang ditandatangani tidak berubah.</source>
        <translation>Yes. The signed bytes are unchanged.</translation>
    </message>
    <message>
        <source>Ya. Diterbitkan oleh {issuer}.</source>
        <translation>Yes. Issued by {issuer}.</translation>
    </message>
    <message>
        <source>Ya. Sidik SHA-256 {hash}… cocok.</source>
        <translation>Yes. SHA-256 fingerprint {hash}… matches.</translation>
    </message>
    <message>
        <source>Ya. Tidak ada skrip, lampiran, atau sandi.</source>
        <translation>Yes. No scripts, attachments or passwords.</translation>
    </message>
    <message>
        <source>Ya. {names}.</source>
        <translation>Yes. {names}.</translation>
    </message>
</context>
<context>
    <name>SigningPage</name>
    <message>
        <source>Belum berhasil</source>
        <translation>Not successful yet</translation>
    </message>
    <message>
        <source>Belum ditandatangani</source>
        <translation>Not signed yet</translation>
    </message>
    <message>
        <source>Belum terbit</source>
        <translation>Not issued yet</translation>
    </message>
    <message>
        <source>Bila tanda tangan sempat terkirim, jawabannya ditanyakan lagi dan tampak di Kotak Keluar.</source>
        <translation>If the signature was sent after all, its answer is asked for again and shown in the outbox.</translation>
    </message>
    <message>
        <source>Dokumen PDF (*.pdf)</source>
        <translation>PDF document (*.pdf)</translation>
    </message>
    <message>
        <source>Dokumen belum ada di komputer ini. {why}</source>
        <translation>The document is not on this computer yet. {why}</translation>
    </message>
    <message>
        <source>Dokumen di peladen dan kunci Anda tidak berubah.</source>
        <translation>The document on the server and your key are unchanged.</translation>
    </message>
    <message>
        <source>Dokumen ini tidak ada pada akses Anda. Buka Pesanan dan pilih dari sana.</source>
        <translation>This document is not part of your access. Open Orders and choose from there.</translation>
    </message>
    <message>
        <source>Isi nomor BAST di kanan. Setelah diterbitkan, dokumennya tampil di sini.</source>
        <translation>Enter the BAST number on the right. Once issued, the document appears here.</translation>
    </message>
    <message>
        <source>Isian Anda masih ada di halaman ini; pesanan tidak berubah.</source>
        <translation>Your entries are still on this page; the order has not changed.</translation>
    </message>
    <message>
        <source>Kunci dan sertifikat Anda siap di komputer ini. Silakan tanda tangani.</source>
        <translation>Your key and certificate are ready on this computer. You can sign now.</translation>
    </message>
    <message>
        <source>Lengkap: dua tanda tangan</source>
        <translation>Complete: two signatures</translation>
    </message>
    <message>
        <source>Mengambil dokumen…</source>
        <translation>Fetching the document…</translation>
    </message>
    <message>
        <source>PDF disimpan di {path}</source>
        <translation>PDF saved to {path}</translation>
    </message>
    <message>
        <source>Penandatanganan dihentikan. Tidak ada yang dikirim; pesanan tidak berubah.</source>
        <translation>Signing was stopped. Nothing was sent; the order has not changed.</translation>
    </message>
    <message>
        <source>Periksa, lalu tanda tangani lagi. Mengulang aman: dokumennya tetap sama.</source>
        <translation>Check, then sign again. Repeating is safe: the document stays the same.</translation>
    </message>
    <message>
        <source>Pesanan berakhir dan anggaran pembeli dilepas. Alasan dibaca oleh PPK dan Pejabat Pengadaan. Ini tidak dapat diurungkan.</source>
        <translation>The order ends and the buyer&apos;s budget is released. The PPK and the procurement officer read the reason. This cannot be undone.</translation>
    </message>
    <message>
        <source>Pesanan dibatalkan</source>
        <translation>Order cancelled</translation>
    </message>
    <message>
        <source>Salinan di komputer ini, diambil {moment}. Tanpa sambungan, belum tentu revisi terakhir.</source>
        <translation>Copy on this computer, fetched {moment}. Without a connection it may not be the latest revision.</translation>
    </message>
    <message>
        <source>Simpan PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Simpan PDF…</source>
        <translation>Save PDF…</translation>
    </message>
    <message>
        <source>Tolak Pesanan</source>
        <translation>Decline order</translation>
    </message>
    <message>
        <source>Tolak pesanan ini?</source>
        <translation>Decline this order?</translation>
    </message>
    <message>
        <source>Tunggu tersambung, lihat status pesanan, lalu ulangi bila belum tertanda tangan.</source>
        <translation>Wait for the connection, look at the order&apos;s status, then repeat if it is not signed yet.</translation>
    </message>
    <message>
        <source>{paper} pesanan ini belum terbit.</source>
        <translation>The {paper} of this order has not been issued yet.</translation>
    </message>
    <message>
        <source>{paper} {number}</source>
        <translation>{paper} {number}</translation>
    </message>
</context>
<context>
    <name>SlotCard</name>
    <message>
        <source>Aplikasi ini dipasang tanpa dukungan kamera. Foto dengan ponsel, pindahkan berkasnya ke komputer ini, lalu seret ke kotaknya.</source>
        <translation>This application was installed without camera support. Take the picture with your phone, move the file to this computer, then drag it into the box.</translation>
    </message>
    <message>
        <source>Belum ada</source>
        <translation>Nothing yet</translation>
    </message>
    <message>
        <source>Contoh {name}.pdf</source>
        <translation>Sample {name}.pdf</translation>
    </message>
    <message>
        <source>Kamera tidak tersedia</source>
        <translation>No camera available</translation>
    </message>
    <message>
        <source>Lepaskan di sini</source>
        <translation>Drop here</translation>
    </message>
    <message>
        <source>Memeriksa…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Mengambil berkas dari peladen…</source>
        <translation>Fetching the file from the server…</translation>
    </message>
    <message>
        <source>Papan klip tidak berisi gambar atau berkas. Salin gambarnya dahulu.</source>
        <translation>The clipboard holds no picture or file. Copy the picture first.</translation>
    </message>
    <message>
        <source>Pegang di tempat terang, seluruh tepi terlihat, tanpa pantulan cahaya.</source>
        <translation>Hold it in good light, all edges visible, without glare.</translation>
    </message>
    <message>
        <source>Periksa dahulu</source>
        <translation>Check first</translation>
    </message>
    <message>
        <source>Pratinjau tidak dapat dibuat.</source>
        <translation>No preview can be made.</translation>
    </message>
    <message>
        <source>Semua berkas (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Seret berkas ke sini, atau pilih di sebelah.</source>
        <translation>Drag a file here, or choose one beside.</translation>
    </message>
    <message>
        <source>Siap</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Simpan contoh surat</source>
        <translation>Save sample letter</translation>
    </message>
    <message>
        <source>Sistem tidak mengizinkan aplikasi ini memakai kamera. Izinkan di pengaturan privasi sistem, atau foto dengan ponsel dan seret berkasnya ke kotak ini.</source>
        <translation>The system does not let this program use the camera. Allow it in the privacy settings of the system, or take a photo with your phone and drag the file to this box.</translation>
    </message>
    <message>
        <source>Terlalu besar</source>
        <translation>Too big</translation>
    </message>
    <message>
        <source>Tidak ada kamera yang terhubung. Sambungkan kamera lalu coba lagi, atau foto dengan ponsel dan seret berkasnya ke kotak ini.</source>
        <translation>No camera is connected. Connect one and try again, or take the picture with your phone and drag the file into this box.</translation>
    </message>
    <message>
        <source>Tidak dapat dikirim</source>
        <translation>Cannot be sent</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>SpendingCard</name>
    <message>
        <source>Belanja {year} terhadap pagu</source>
        <translation>Spending {year} against ceilings</translation>
    </message>
    <message>
        <source>Belum ada paket RUP tahun ini di perangkat ini.</source>
        <translation>No RUP packages of this year on this device yet.</translation>
    </message>
    <message>
        <source>dan {count} paket lain</source>
        <translation>and {count} more packages</translation>
    </message>
    <message>
        <source>{name}: {used} dari pagu {pagu}</source>
        <translation>{name}: {used} of the ceiling of {pagu}</translation>
    </message>
</context>
<context>
    <name>StageLine</name>
    <message>
        <source>Akses</source>
        <translation>Access</translation>
    </message>
    <message>
        <source>Ditolak</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Giliran Anda</source>
        <translation>Your turn</translation>
    </message>
    <message>
        <source>Identitas Digital</source>
        <translation>Digital identity</translation>
    </message>
    <message>
        <source>Menunggu verifikator</source>
        <translation>Waiting for the verifier</translation>
    </message>
    <message>
        <source>Perlu perbaikan: giliran Anda</source>
        <translation>Needs correction: your turn</translation>
    </message>
    <message>
        <source>Profil</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Setelah tahap sebelumnya</source>
        <translation>After the stage before</translation>
    </message>
</context>
<context>
    <name>StatusPanel</name>
    <message>
        <source>Ajukan lagi</source>
        <translation>Ask again</translation>
    </message>
    <message>
        <source>Akses sudah diberikan. Pilih di pojok kanan atas untuk memakainya.</source>
        <translation>The access was granted. Choose it in the top bar to use it.</translation>
    </message>
    <message>
        <source>Lanjut ke Registrasi Akses</source>
        <translation>Go on to the access</translation>
    </message>
    <message>
        <source>Lanjutkan ke tahap 3: hubungkan atau buat akses.</source>
        <translation>Go on to stage 3: link or create an access.</translation>
    </message>
    <message>
        <source>Manajemen Akses</source>
        <translation>Access management</translation>
    </message>
    <message>
        <source>Muat ulang</source>
        <translation>Reload</translation>
    </message>
    <message>
        <source>Mulai lagi</source>
        <translation>Begin again</translation>
    </message>
    <message>
        <source>Pengajuan ini ditolak untuk berkas yang dikirim. Mulai lagi dengan berkas yang lain.</source>
        <translation>This was rejected for the files that were sent. Begin again with other files.</translation>
    </message>
    <message>
        <source>Perbaiki hanya yang disebut di bawah, lalu kirim lagi. Bagian lain sudah diterima.</source>
        <translation>Mend only what is named below, then send again. Everything else was accepted.</translation>
    </message>
    <message>
        <source>Permohonan ditolak. Ajukan lagi dengan data lama yang sudah terisi.</source>
        <translation>The request was rejected. Ask again with the old data filled in.</translation>
    </message>
    <message>
        <source>Permohonan ini ditarik. Data lama dapat dipakai untuk permohonan baru.</source>
        <translation>This request was withdrawn. Its data can be used for a new one.</translation>
    </message>
    <message>
        <source>Profil Anda</source>
        <translation>Your profile</translation>
    </message>
    <message>
        <source>Sejak {since}</source>
        <translation>Since {since}</translation>
    </message>
    <message>
        <source>Sudah {count} kali dikirim. Hubungi Pusat Bantuan dengan Salin laporan di Manajemen Akses.</source>
        <translation>Sent {count} times already. Contact the help centre with Copy report in Access management.</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu Anda lakukan sekarang. Hasilnya dikirim ke email dan tampak di sini.</source>
        <translation>There is nothing you need to do now. The result goes to your email and appears here.</translation>
    </message>
    <message>
        <source>Unggah Perbaikan Data</source>
        <translation>Upload corrections</translation>
    </message>
    <message>
        <source>Yang diminta: {what}</source>
        <translation>Asked for: {what}</translation>
    </message>
    <message>
        <source>diputuskan {who} paling lambat {due}</source>
        <translation>decided by {who} by {due}</translation>
    </message>
</context>
<context>
    <name>StepUp</name>
    <message>
        <source>Isi enam angka dari aplikasi autentikator Anda.</source>
        <translation>Fill in the six digits of your authenticator app.</translation>
    </message>
    <message>
        <source>Isi kata sandi akun Anda.</source>
        <translation>Fill in the password of your account.</translation>
    </message>
    <message>
        <source>Isi salah satu kode pemulihan Anda.</source>
        <translation>Fill in one of your recovery codes.</translation>
    </message>
    <message>
        <source>Kata sandi akun</source>
        <translation>Account password</translation>
    </message>
    <message>
        <source>Kode autentikator (6 angka)</source>
        <translation>Authenticator code (6 digits)</translation>
    </message>
    <message>
        <source>Kode pemulihan</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>Pakai kode autentikator</source>
        <translation>Use a code of the authenticator</translation>
    </message>
    <message>
        <source>Pakai kode pemulihan</source>
        <translation>Use a recovery code</translation>
    </message>
    <message>
        <source>Salah satu dari kode yang Anda simpan; berlaku satu kali.</source>
        <translation>One of the codes that you kept; works once.</translation>
    </message>
</context>
<context>
    <name>SubjectCard</name>
    <message>
        <source>Nomor</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Nomor BAST</source>
        <translation>BAST number</translation>
    </message>
    <message>
        <source>Nomor pesanan</source>
        <translation>Order number</translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation>Vendor</translation>
    </message>
    <message>
        <source>RUP</source>
        <translation>RUP</translation>
    </message>
    <message>
        <source>Satker</source>
        <translation>Work unit</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>SyncButton</name>
    <message>
        <source>Luring</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Luring · {count} perubahan menunggu</source>
        <translation>Offline · {count} waiting to be sent</translation>
    </message>
    <message>
        <source>Menyinkron…</source>
        <translation>Synchronising…</translation>
    </message>
    <message>
        <source>Menyinkron… {done}/{total}</source>
        <translation>Synchronising… {done}/{total}</translation>
    </message>
    <message>
        <source>Perlu perhatian · {count} ditolak</source>
        <translation>Needs attention · {count} refused</translation>
    </message>
    <message>
        <source>Tersinkron</source>
        <translation>Synchronised</translation>
    </message>
    <message>
        <source>Tersinkron {time}</source>
        <translation>Synchronised {time}</translation>
    </message>
    <message>
        <source>Versi tidak cocok</source>
        <translation>Versions do not fit</translation>
    </message>
    <message>
        <source>Versi tidak cocok · {count} perubahan menunggu</source>
        <translation>Versions do not fit · {count} changes waiting</translation>
    </message>
    <message>
        <source>{state}. Klik untuk membuka Kotak Keluar.</source>
        <translation>{state}. Click to open the outbox.</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>Kembalikan lebar kolom</source>
        <translation>Reset column widths</translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>Urutkan menurut</source>
        <translation>Sort by</translation>
    </message>
</context>
<context>
    <name>TaskCard</name>
    <message>
        <source>Batas waktu</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Buka Katalog</source>
        <translation>Open catalogue</translation>
    </message>
    <message>
        <source>Menunggu data pertama dari peladen</source>
        <translation>Waiting for the first data from the server</translation>
    </message>
    <message>
        <source>Menunggu tindakan Anda</source>
        <translation>Waiting for you</translation>
    </message>
    <message>
        <source>Mulai belanja dari Katalog; tugas baru muncul di sini begitu ada.</source>
        <translation>Start shopping in the catalogue; new tasks appear here as they come.</translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Pembeli</source>
        <translation>Buyer</translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation>Vendor</translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Tidak ada yang menunggu Anda</source>
        <translation>Nothing is waiting for you</translation>
    </message>
    <message>
        <source>Tindakan</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Tugas Anda muncul di sini setelah sinkronisasi pertama selesai.</source>
        <translation>Your tasks appear here once the first synchronisation is done.</translation>
    </message>
    <message>
        <source>Tugas baru muncul di sini begitu ada.</source>
        <translation>New tasks appear here as they come.</translation>
    </message>
    <message>
        <source>UMKK</source>
        <translation>UMKK</translation>
    </message>
</context>
<context>
    <name>TaxCard</name>
    <message>
        <source>Beban anggaran</source>
        <translation>Charged to the budget</translation>
    </message>
    <message>
        <source>Dihitung tanpa surat keterangan PPh final UMKM; periksa bila penyedia memilikinya.</source>
        <translation>Computed without a final-tax certificate for MSMEs; check whether the vendor has one.</translation>
    </message>
    <message>
        <source>Diterima di rekening penyedia</source>
        <translation>Received in the vendor&apos;s account</translation>
    </message>
    <message>
        <source>Pajak dan potongan</source>
        <translation>Taxes and deductions</translation>
    </message>
    <message>
        <source>sebagai informasi</source>
        <translation>for information</translation>
    </message>
</context>
<context>
    <name>TermsPage</name>
    <message>
        <source>Baca kedua teks, lalu setujui masing-masing. Versi yang Anda setujui dicatat.</source>
        <translation>Read both texts, then agree to each. The version that you agree to is recorded.</translation>
    </message>
    <message>
        <source>Ketentuan</source>
        <translation>Terms</translation>
    </message>
    <message>
        <source>Ketentuan dan persetujuan data pribadi</source>
        <translation>Terms and consent to personal data</translation>
    </message>
    <message>
        <source>Saya sudah membaca dan menyetujui {title}</source>
        <translation>I have read and agree to: {title}</translation>
    </message>
    <message>
        <source>Setujui teks ini untuk mendaftar.</source>
        <translation>Agree to this text to register.</translation>
    </message>
    <message>
        <source>Versi {version}</source>
        <translation>Version {version}</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Perlihatkan</source>
        <translation>Show</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Tutup pemberitahuan</source>
        <translation>Close notice</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Batal memotong</source>
        <translation>Cancel crop</translation>
    </message>
    <message>
        <source>Contoh surat</source>
        <translation>Sample letter</translation>
    </message>
    <message>
        <source>Ganti berkas</source>
        <translation>Replace file</translation>
    </message>
    <message>
        <source>Hapus</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Kamera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Kembalikan asli</source>
        <translation>Back to original</translation>
    </message>
    <message>
        <source>Lihat semua halaman</source>
        <translation>See all pages</translation>
    </message>
    <message>
        <source>Pilih berkas</source>
        <translation>Choose file</translation>
    </message>
    <message>
        <source>Potong</source>
        <translation>Crop</translation>
    </message>
    <message>
        <source>Putar ke kanan</source>
        <translation>Turn right</translation>
    </message>
    <message>
        <source>Putar ke kiri</source>
        <translation>Turn left</translation>
    </message>
    <message>
        <source>Tempel</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>Terapkan potongan</source>
        <translation>Apply crop</translation>
    </message>
</context>
<context>
    <name>TotpPage</name>
    <message>
        <source>Akses Anda mewajibkan verifikasi dua langkah: kode dari ponsel diminta setiap kali masuk.</source>
        <translation>Your access demands two-step verification: a code of the phone is asked for at every sign-in.</translation>
    </message>
    <message>
        <source>Aktifkan</source>
        <translation>Turn on</translation>
    </message>
    <message>
        <source>Akun sudah dibuat. Satu langkah lagi untuk mengamankannya.</source>
        <translation>The account is made. One more step to keep it safe.</translation>
    </message>
    <message>
        <source>Kode dari ponsel diminta setiap kali masuk, sehingga kata sandi yang bocor tidak cukup. Wajib untuk bendahara, verifikator, dan admin; dianjurkan untuk semua.</source>
        <translation>A code of the phone is asked for at every sign-in, so that a leaked password is not enough. Compulsory for treasurers, verifiers and administrators; advised for everybody.</translation>
    </message>
    <message>
        <source>Lewati dulu</source>
        <translation>Skip for now</translation>
    </message>
    <message>
        <source>Verifikasi dua langkah</source>
        <translation>Two-step verification</translation>
    </message>
</context>
<context>
    <name>TrayWindow</name>
    <message>
        <source>Belum ada surat</source>
        <translation>No messages yet</translation>
    </message>
    <message>
        <source>Kode dan pemberitahuan muncul di sini beberapa saat setelah dikirim.</source>
        <translation>Codes and notices appear here a moment after they are sent.</translation>
    </message>
    <message>
        <source>Kotak surat latihan</source>
        <translation>Training mailbox</translation>
    </message>
    <message>
        <source>Kotak surat latihan — SIMULASI</source>
        <translation>Training mailbox — SIMULATION</translation>
    </message>
    <message>
        <source>SIMULASI: email dan SMS ini tidak dikirim ke siapa pun, hanya ada di mode latihan.</source>
        <translation>SIMULATION: these emails and SMS are sent to nobody and exist in training mode only.</translation>
    </message>
</context>
<context>
    <name>VendorGroup</name>
    <message>
        <source>Checkout</source>
        <translation>Checkout</translation>
    </message>
    <message>
        <source>Harga satuan</source>
        <translation>Unit price</translation>
    </message>
    <message>
        <source>Isi Keranjang</source>
        <translation>Cart contents</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Jumlah harga</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Jumlah {goods} sebelum pajak</source>
        <translation>{goods} before tax</translation>
    </message>
    <message>
        <source>Penyedia ini tidak aktif lagi.</source>
        <translation>This vendor is no longer active.</translation>
    </message>
    <message>
        <source>Produk</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Selesaikan dahulu produk yang ditandai merah.</source>
        <translation>First resolve the products marked in red.</translation>
    </message>
    <message>
        <source>UMKK</source>
        <translation>UMKK</translation>
    </message>
    <message>
        <source>{count} produk</source>
        <translation>{count} found</translation>
    </message>
</context>
<context>
    <name>VerificationPage</name>
    <message>
        <source>Daftar anggota</source>
        <translation>List of members</translation>
    </message>
    <message>
        <source>Keputusan belum terkirim</source>
        <translation>The decision was not sent</translation>
    </message>
    <message>
        <source>Minta Perbaikan</source>
        <translation>Ask for a fix</translation>
    </message>
    <message>
        <source>Minta perbaikan?</source>
        <translation>Ask for a fix?</translation>
    </message>
    <message>
        <source>Pemohon diberi tahu dan aksesnya dapat dipakai.</source>
        <translation>The applicant is told and can go on.</translation>
    </message>
    <message>
        <source>Pemohon menerima alasan per bagian; hanya bagian itu yang terbuka untuk diubah.</source>
        <translation>The applicant gets the reason for each part; only those parts are open for change.</translation>
    </message>
    <message>
        <source>Permohonan ini berakhir. Pemohon menerima alasannya dan harus mengajukan dari awal.</source>
        <translation>This request ends. The applicant gets the reason and has to begin anew.</translation>
    </message>
    <message>
        <source>Pilih permohonan di antrean. Setiap pembukaan data dan dokumen dicatat.</source>
        <translation>Choose a request in the queue. Every opening of data and documents is recorded.</translation>
    </message>
    <message>
        <source>Register akses</source>
        <translation>Register of accesses</translation>
    </message>
    <message>
        <source>Setujui</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>Setujui bersama</source>
        <translation>Approve together</translation>
    </message>
    <message>
        <source>Setujui permohonan ini?</source>
        <translation>Approve this request?</translation>
    </message>
    <message>
        <source>Setujui yang dicentang</source>
        <translation>Approve those ticked</translation>
    </message>
    <message>
        <source>Tanda, alasan, dan catatan Anda tersimpan di perangkat ini.</source>
        <translation>Your marks, reasons and notes are kept on this device.</translation>
    </message>
    <message>
        <source>Tidak ada permohonan yang dibuka</source>
        <translation>No request is open</translation>
    </message>
    <message>
        <source>Tolak</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>Tolak permohonan ini?</source>
        <translation>Reject this request?</translation>
    </message>
    <message>
        <source>Verifikasi</source>
        <translation>Verification</translation>
    </message>
    <message>
        <source>Verifikasi Anggota</source>
        <translation>Verification of members</translation>
    </message>
    <message>
        <source>{count} bagian belum Anda tandai sesuai.</source>
        <translation>{count} parts are not ticked as right.</translation>
    </message>
    <message>
        <source>{count} menunggu pemeriksa kedua.</source>
        <translation>{count} await a second verifier.</translation>
    </message>
    <message>
        <source>{count} permohonan</source>
        <translation>{count} requests</translation>
    </message>
    <message>
        <source>{count} permohonan disetujui.</source>
        <translation>{count} requests approved.</translation>
    </message>
    <message>
        <source>{count} tidak:</source>
        <translation>{count} not:</translation>
    </message>
    <message>
        <source>{name}: diminta perbaikan. Alasan dan caranya dikirim lewat email.</source>
        <translation>{name}: a fix is asked for. The reasons and what to do go out by email.</translation>
    </message>
    <message>
        <source>{name}: disetujui. Pemohon diberi tahu lewat email.</source>
        <translation>{name}: approved. The applicant is told by email.</translation>
    </message>
    <message>
        <source>{name}: ditolak. Alasannya dikirim lewat email.</source>
        <translation>{name}: rejected. The reasons go out by email.</translation>
    </message>
    <message>
        <source>{name}: persetujuan Anda tercatat, menunggu pemeriksa kedua.</source>
        <translation>{name}: your approval is recorded, a second verifier is awaited.</translation>
    </message>
</context>
<context>
    <name>VersionList</name>
    <message>
        <source>Belum ada versi sebelumnya.</source>
        <translation>No earlier versions yet.</translation>
    </message>
    <message>
        <source>{count} produk, {places} lokasi</source>
        <translation>{count} products, {places} places</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Disimpan 30 hari di perangkat ini, setiap kali isian diganti oleh perangkat lain, digabung, atau dikembalikan.</source>
        <translation>Kept for 30 days on this device whenever what is filled in is replaced by another device, merged, or taken back.</translation>
    </message>
    <message>
        <source>Kembalikan versi ini</source>
        <translation>Take this version back</translation>
    </message>
    <message>
        <source>Versi sebelumnya</source>
        <translation>Earlier versions</translation>
    </message>
    <message>
        <source>dari perangkat lain, sebelum digabung</source>
        <translation>from another device, before merging</translation>
    </message>
    <message>
        <source>di sini, sebelum digabung</source>
        <translation>here, before merging</translation>
    </message>
    <message>
        <source>saat draf berakhir di perangkat lain</source>
        <translation>when the draft ended on another device</translation>
    </message>
    <message>
        <source>sebelum dikembalikan</source>
        <translation>before a version was taken back</translation>
    </message>
    <message>
        <source>sebelum diperbarui perangkat lain</source>
        <translation>before another device updated it</translation>
    </message>
</context>
<context>
    <name>WizardFrame</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Tutup, lanjutkan nanti</source>
        <translation>Close, go on later</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>APIP</source>
        <translation>Internal auditor (APIP)</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Alamat</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>BAST</source>
        <translation>BAST</translation>
    </message>
    <message>
        <source>BAST {number} diterbitkan</source>
        <translation>BAST {number} issued</translation>
    </message>
    <message>
        <source>Barang dikirim ke lokasi {delivery} dengan {courier}</source>
        <translation>Goods shipped to place {delivery} with {courier}</translation>
    </message>
    <message>
        <source>Barang diperiksa, terlambat {days} hari</source>
        <translation>Goods inspected, late by {days} d</translation>
    </message>
    <message>
        <source>Barang diperiksa: tepat guna</source>
        <translation>Goods inspected: fit for purpose</translation>
    </message>
    <message>
        <source>Batal Otomatis</source>
        <translation>Cancelled automatically</translation>
    </message>
    <message>
        <source>Batas waktu lewat</source>
        <translation>Deadline passed</translation>
    </message>
    <message>
        <source>Belum ada akses</source>
        <translation>No access yet</translation>
    </message>
    <message>
        <source>Belum terkirim</source>
        <translation>Not sent yet</translation>
    </message>
    <message>
        <source>Bendahara</source>
        <translation>Treasurer</translation>
    </message>
    <message>
        <source>Bendahara Umum Daerah</source>
        <translation>Regional treasurer (BUD)</translation>
    </message>
    <message>
        <source>Bentrok</source>
        <translation>Conflict</translation>
    </message>
    <message>
        <source>Bentrok dengan perubahan lain</source>
        <translation>Conflicts with another change</translation>
    </message>
    <message>
        <source>Cara bayar</source>
        <translation>Payment plan</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Checkout</source>
        <translation>Checkout</translation>
    </message>
    <message>
        <source>Dalam Pengiriman / Pengerjaan</source>
        <translation>In delivery / in progress</translation>
    </message>
    <message>
        <source>Diajukan untuk persetujuan PPK</source>
        <translation>Submitted for PPK approval</translation>
    </message>
    <message>
        <source>Dibatalkan</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Dibatalkan saat negosiasi</source>
        <translation>Cancelled during negotiation</translation>
    </message>
    <message>
        <source>Dibayar, termin</source>
        <translation>Paid, instalment</translation>
    </message>
    <message>
        <source>Dibayarkan Sebagian</source>
        <translation>Partly paid</translation>
    </message>
    <message>
        <source>Dikirim</source>
        <translation>Shipped</translation>
    </message>
    <message>
        <source>Diproses Penyedia</source>
        <translation>Being processed by the vendor</translation>
    </message>
    <message>
        <source>Ditahan: beda versi</source>
        <translation>Held: other version</translation>
    </message>
    <message>
        <source>Ditahan: butuh kode</source>
        <translation>Held: needs a code</translation>
    </message>
    <message>
        <source>Ditahan: gangguan peladen</source>
        <translation>Held: server fault</translation>
    </message>
    <message>
        <source>Ditahan: menunggu lampiran</source>
        <translation>Held: waits for attachment</translation>
    </message>
    <message>
        <source>Ditahan: perlu tindakan Anda</source>
        <translation>On hold: needs your action</translation>
    </message>
    <message>
        <source>Diterima</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Diterima oleh</source>
        <translation>Received by</translation>
    </message>
    <message>
        <source>Ditolak</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Ditolak PPK</source>
        <translation>Rejected by the PPK</translation>
    </message>
    <message>
        <source>Draf</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Draf checkout dihapus</source>
        <translation>Checkout draft discarded</translation>
    </message>
    <message>
        <source>Draf checkout disimpan</source>
        <translation>Checkout draft saved</translation>
    </message>
    <message>
        <source>Giliran Anda</source>
        <translation>Your turn</translation>
    </message>
    <message>
        <source>Giliran {party}</source>
        <translation>Turn: {party}</translation>
    </message>
    <message>
        <source>Harga</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Ikut batal</source>
        <translation>Fell with another</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Kanal pembayaran</source>
        <translation>Payment channel</translation>
    </message>
    <message>
        <source>Ketentuan Tambahan</source>
        <translation>Additional terms</translation>
    </message>
    <message>
        <source>Kuasa Pengguna Anggaran (KPA)</source>
        <translation>Authorised budget user (KPA)</translation>
    </message>
    <message>
        <source>Kurir</source>
        <translation>Courier</translation>
    </message>
    <message>
        <source>Kurir Penyedia</source>
        <translation>Vendor&apos;s courier</translation>
    </message>
    <message>
        <source>Kurir pihak ketiga</source>
        <translation>Third-party courier</translation>
    </message>
    <message>
        <source>LS (langsung)</source>
        <translation>LS (direct)</translation>
    </message>
    <message>
        <source>Layanan</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>MAK</source>
        <translation>MAK</translation>
    </message>
    <message>
        <source>Melanjutkan proses pesanan</source>
        <translation>Proceeding with the order</translation>
    </message>
    <message>
        <source>Membatalkan negosiasi</source>
        <translation>Cancelling the negotiation</translation>
    </message>
    <message>
        <source>Membuat Surat Pesanan</source>
        <translation>Issuing the purchase letter</translation>
    </message>
    <message>
        <source>Memeriksa barang</source>
        <translation>Inspecting the goods</translation>
    </message>
    <message>
        <source>Memilih metode pembayaran</source>
        <translation>Choosing the payment method</translation>
    </message>
    <message>
        <source>Menandai pesanan tiba</source>
        <translation>Marking the order as arrived</translation>
    </message>
    <message>
        <source>Menandatangani BAST</source>
        <translation>Signing the BAST</translation>
    </message>
    <message>
        <source>Menandatangani Surat Pesanan</source>
        <translation>Signing the purchase letter</translation>
    </message>
    <message>
        <source>Menerbitkan BAST</source>
        <translation>Issuing the BAST</translation>
    </message>
    <message>
        <source>Menerima pesanan</source>
        <translation>Accepting the order</translation>
    </message>
    <message>
        <source>Mengajukan harga balasan</source>
        <translation>Sending a counter-offer</translation>
    </message>
    <message>
        <source>Mengajukan harga baru</source>
        <translation>Sending a new offer</translation>
    </message>
    <message>
        <source>Mengajukan ke PPK</source>
        <translation>Submitting to the PPK</translation>
    </message>
    <message>
        <source>Mengajukan negosiasi</source>
        <translation>Submitting the negotiation</translation>
    </message>
    <message>
        <source>Mengembalikan ke PP</source>
        <translation>Returning to the PP</translation>
    </message>
    <message>
        <source>Menghapus draf checkout</source>
        <translation>Discarding a checkout draft</translation>
    </message>
    <message>
        <source>Mengirim barang</source>
        <translation>Shipping goods</translation>
    </message>
    <message>
        <source>Mengonfirmasi pembayaran</source>
        <translation>Confirming the payment</translation>
    </message>
    <message>
        <source>Menolak negosiasi</source>
        <translation>Declining the negotiation</translation>
    </message>
    <message>
        <source>Menolak pesanan</source>
        <translation>Declining the order</translation>
    </message>
    <message>
        <source>Menolak pesanan pada persetujuan</source>
        <translation>Rejecting the order at approval</translation>
    </message>
    <message>
        <source>Menunggu Konfirmasi BAST oleh Pembeli</source>
        <translation>Awaiting BAST by the buyer</translation>
    </message>
    <message>
        <source>Menunggu Konfirmasi BAST oleh Penyedia</source>
        <translation>Awaiting BAST confirmation by the vendor</translation>
    </message>
    <message>
        <source>Menunggu Konfirmasi Penyedia</source>
        <translation>Awaiting vendor&apos;s confirmation</translation>
    </message>
    <message>
        <source>Menunggu PPK</source>
        <translation>Awaiting PPK</translation>
    </message>
    <message>
        <source>Menunggu PPK memilih metode</source>
        <translation>Awaiting the PPK&apos;s choice of method</translation>
    </message>
    <message>
        <source>Menunggu Pembayaran</source>
        <translation>Awaiting payment</translation>
    </message>
    <message>
        <source>Menunggu Pemilihan Metode Pembayaran</source>
        <translation>Awaiting choice of payment method</translation>
    </message>
    <message>
        <source>Menunggu Persetujuan PPK</source>
        <translation>Awaiting PPK approval</translation>
    </message>
    <message>
        <source>Menunggu tautan</source>
        <translation>Waits for a link</translation>
    </message>
    <message>
        <source>Menunggu terkirim</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Menunggu yang sebelumnya</source>
        <translation>Waits for the one before</translation>
    </message>
    <message>
        <source>Menyetujui harga</source>
        <translation>Agreeing to the prices</translation>
    </message>
    <message>
        <source>Menyimpan draf checkout</source>
        <translation>Saving the checkout draft</translation>
    </message>
    <message>
        <source>Metode pembayaran</source>
        <translation>Payment method</translation>
    </message>
    <message>
        <source>Metode pembayaran dipilih: {channel}</source>
        <translation>Payment method chosen: {channel}</translation>
    </message>
    <message>
        <source>Nego Disepakati</source>
        <translation>Negotiation agreed</translation>
    </message>
    <message>
        <source>Negosiasi</source>
        <translation>Negotiation</translation>
    </message>
    <message>
        <source>Negosiasi batal otomatis: batas waktu lewat</source>
        <translation>Negotiation cancelled automatically: deadline passed</translation>
    </message>
    <message>
        <source>Negosiasi batal: produk turun tayang</source>
        <translation>Negotiation cancelled: product no longer listed</translation>
    </message>
    <message>
        <source>Negosiasi diajukan, penawaran awal {total}</source>
        <translation>Negotiation submitted, opening offer {total}</translation>
    </message>
    <message>
        <source>Negosiasi: Menunggu Pembeli</source>
        <translation>Negotiation: awaiting buyer</translation>
    </message>
    <message>
        <source>Negosiasi: Menunggu Respons Anda</source>
        <translation>Negotiation: awaiting your response</translation>
    </message>
    <message>
        <source>Negosiasi: Menunggu Respons Pembeli</source>
        <translation>Negotiation: awaiting buyer&apos;s response</translation>
    </message>
    <message>
        <source>Negosiasi: Menunggu Respons Penyedia</source>
        <translation>Negotiation: awaiting vendor&apos;s response</translation>
    </message>
    <message>
        <source>Nomor BAST</source>
        <translation>BAST number</translation>
    </message>
    <message>
        <source>Nomor bukti, termin</source>
        <translation>Reference, instalment</translation>
    </message>
    <message>
        <source>Nomor resi</source>
        <translation>Tracking number</translation>
    </message>
    <message>
        <source>Ongkir</source>
        <translation>Shipping</translation>
    </message>
    <message>
        <source>PPK</source>
        <translation>PPK</translation>
    </message>
    <message>
        <source>PPK menandatangani BAST</source>
        <translation>PPK signed the BAST</translation>
    </message>
    <message>
        <source>PPK menandatangani Surat Pesanan</source>
        <translation>PPK signed the purchase letter</translation>
    </message>
    <message>
        <source>PPK mengembalikan ke pembeli</source>
        <translation>PPK returned it to the buyer</translation>
    </message>
    <message>
        <source>PPK menolak</source>
        <translation>PPK rejected it</translation>
    </message>
    <message>
        <source>PPSPM</source>
        <translation>PPSPM</translation>
    </message>
    <message>
        <source>Pejabat Pengadaan</source>
        <translation>Procurement officer</translation>
    </message>
    <message>
        <source>Pembayaran</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>Pembayaran di Luar Sistem</source>
        <translation>Paid outside the system</translation>
    </message>
    <message>
        <source>Pembayaran termin {termin} dikonfirmasi: {amount} ({reference})</source>
        <translation>Payment of instalment {termin} confirmed: {amount} ({reference})</translation>
    </message>
    <message>
        <source>Pembeli</source>
        <translation>Buyer</translation>
    </message>
    <message>
        <source>Pembeli membatalkan negosiasi</source>
        <translation>Buyer cancelled the negotiation</translation>
    </message>
    <message>
        <source>Pembeli mengajukan harga baru, total {total}</source>
        <translation>Buyer sent a new offer, total {total}</translation>
    </message>
    <message>
        <source>Pembeli menyetujui harga, total {total}</source>
        <translation>Buyer agreed to the prices, total {total}</translation>
    </message>
    <message>
        <source>Penerima</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>Pengguna Anggaran (PA)</source>
        <translation>Budget user (PA)</translation>
    </message>
    <message>
        <source>Pengiriman</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>Pengiriman tercatat</source>
        <translation>Shipments recorded</translation>
    </message>
    <message>
        <source>Penyedia</source>
        <translation>Vendor</translation>
    </message>
    <message>
        <source>Penyedia menandatangani BAST</source>
        <translation>Vendor signed the BAST</translation>
    </message>
    <message>
        <source>Penyedia menawar balik, total {total}</source>
        <translation>Vendor countered, total {total}</translation>
    </message>
    <message>
        <source>Penyedia menerima dan menandatangani Surat Pesanan</source>
        <translation>Vendor accepted and signed the purchase letter</translation>
    </message>
    <message>
        <source>Penyedia menolak negosiasi</source>
        <translation>Vendor declined the negotiation</translation>
    </message>
    <message>
        <source>Penyedia menolak pesanan</source>
        <translation>Vendor declined the order</translation>
    </message>
    <message>
        <source>Penyedia menyetujui harga, total {total}</source>
        <translation>Vendor agreed to the prices, total {total}</translation>
    </message>
    <message>
        <source>Per termin</source>
        <translation>By instalments</translation>
    </message>
    <message>
        <source>Perkiraan tiba</source>
        <translation>Expected on</translation>
    </message>
    <message>
        <source>Perlu Diproses</source>
        <translation>To be processed</translation>
    </message>
    <message>
        <source>Perlu dikonfirmasi lagi</source>
        <translation>To be confirmed again</translation>
    </message>
    <message>
        <source>Permintaan Pembatalan</source>
        <translation>Cancellation requested</translation>
    </message>
    <message>
        <source>Permintaan tiba</source>
        <translation>Requested arrival</translation>
    </message>
    <message>
        <source>Pesanan Tiba</source>
        <translation>Order arrived</translation>
    </message>
    <message>
        <source>Pesanan Tiba - Menunggu Konfirmasi Penyedia</source>
        <translation>Order arrived - awaiting vendor&apos;s confirmation</translation>
    </message>
    <message>
        <source>Pesanan batal otomatis: batas waktu penyedia lewat</source>
        <translation>Order cancelled automatically: the vendor&apos;s deadline passed</translation>
    </message>
    <message>
        <source>Pesanan dalam pengiriman</source>
        <translation>Order in delivery</translation>
    </message>
    <message>
        <source>Pesanan tiba, diterima oleh {person}</source>
        <translation>Order arrived, received by {person}</translation>
    </message>
    <message>
        <source>Pokja Pemilihan</source>
        <translation>Selection working group (Pokja)</translation>
    </message>
    <message>
        <source>Produk turun tayang</source>
        <translation>Product no longer listed</translation>
    </message>
    <message>
        <source>Proses Addendum</source>
        <translation>Addendum in progress</translation>
    </message>
    <message>
        <source>Proses Tanda Tangan</source>
        <translation>Signing in progress</translation>
    </message>
    <message>
        <source>RUP</source>
        <translation>RUP</translation>
    </message>
    <message>
        <source>Ronde negosiasi</source>
        <translation>Negotiation round</translation>
    </message>
    <message>
        <source>Sedang dikirim</source>
        <translation>Being sent</translation>
    </message>
    <message>
        <source>Sekaligus</source>
        <translation>All at once</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Sistem</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Surat Pesanan</source>
        <translation>Purchase letter</translation>
    </message>
    <message>
        <source>Surat Pesanan dibuat</source>
        <translation>Purchase letter issued</translation>
    </message>
    <message>
        <source>Tanggal selesai</source>
        <translation>Finished on</translation>
    </message>
    <message>
        <source>Terkirim, belum dijawab</source>
        <translation>Sent, not answered yet</translation>
    </message>
    <message>
        <source>Terkirim, belum dipesan</source>
        <translation>Sent, not ordered yet</translation>
    </message>
    <message>
        <source>Terkirim, menunggu jawaban</source>
        <translation>Sent, awaiting answer</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu bertindak</source>
        <translation>Nobody needs to act</translation>
    </message>
    <message>
        <source>Tinjauan PPK</source>
        <translation>PPK review</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>UP (uang persediaan)</source>
        <translation>UP (imprest money)</translation>
    </message>
    <message>
        <source>Verifikator</source>
        <translation>Verifier</translation>
    </message>
    <message>
        <source>baru saja</source>
        <translation>just now</translation>
    </message>
    <message>
        <source>s.d. {until}</source>
        <translation>until {until}</translation>
    </message>
    <message>
        <source>{count} dari 2 tanda tangan</source>
        <translation>{count} of 2 signatures</translation>
    </message>
    <message>
        <source>{count} hari lalu</source>
        <translation>{count} days ago</translation>
    </message>
    <message>
        <source>{count} jam lalu</source>
        <translation>{count} hours ago</translation>
    </message>
    <message>
        <source>{count} menit lalu</source>
        <translation>{count} minutes ago</translation>
    </message>
</context>
<context>
    <name>_About</name>
    <message>
        <source>Pakai harga baru</source>
        <translation>Use new price</translation>
    </message>
</context>
<context>
    <name>_DateLine</name>
    <message>
        <source>Buka kalender</source>
        <translation>Open calendar</translation>
    </message>
    <message>
        <source>Paling akhir {date}.</source>
        <translation>{date} at the latest.</translation>
    </message>
    <message>
        <source>Paling awal {date}.</source>
        <translation>{date} at the earliest.</translation>
    </message>
    <message>
        <source>Tanggal tidak terbaca. Tulis misalnya 25-11-2026.</source>
        <translation>The date is not understood. Write for example 25-11-2026.</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Di bawah minimum</source>
        <translation>Below minimum</translation>
    </message>
    <message>
        <source>Harga naik</source>
        <translation>Price up</translation>
    </message>
    <message>
        <source>Harga turun</source>
        <translation>Price down</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Keluarkan dari Keranjang</source>
        <translation>Remove from cart</translation>
    </message>
    <message>
        <source>Keluarkan {name} dari Keranjang</source>
        <translation>Remove {name} from the cart</translation>
    </message>
    <message>
        <source>Melebihi stok</source>
        <translation>Exceeds stock</translation>
    </message>
    <message>
        <source>Pakai harga baru</source>
        <translation>Use new price</translation>
    </message>
    <message>
        <source>Paling sedikit {least}. Tambah jumlahnya.</source>
        <translation>At least {least}. Raise the quantity.</translation>
    </message>
    <message>
        <source>Produk ini tidak dijual lagi. Keluarkan, lalu cari penggantinya di Katalog.</source>
        <translation>This product is no longer sold. Remove it, then look for a replacement in the catalogue.</translation>
    </message>
    <message>
        <source>Semula {seen}, sekarang {price}.</source>
        <translation>Was {seen}, now {price}.</translation>
    </message>
    <message>
        <source>Stok {left}. Kurangi jumlahnya.</source>
        <translation>{left} in stock. Reduce the quantity.</translation>
    </message>
    <message>
        <source>Turun tayang</source>
        <translation>No longer listed</translation>
    </message>
</context>
<context>
    <name>_Notice</name>
    <message>
        <source>baru</source>
        <translation>new</translation>
    </message>
</context>
<context>
    <name>_NumberField</name>
    <message>
        <source>Angkanya terlalu besar. Periksa jumlah nolnya.</source>
        <translation>The number is too large. Check the zeros.</translation>
    </message>
    <message>
        <source>Bukan angka. Tulis angka saja, misalnya {example}.</source>
        <translation>Not a number. Write digits only, for example {example}.</translation>
    </message>
    <message>
        <source>Paling banyak dua angka di belakang koma, misalnya {example}.</source>
        <translation>Two decimals at most, for example {example}.</translation>
    </message>
    <message>
        <source>Tidak boleh kurang dari nol. Tulis misalnya {example}.</source>
        <translation>It cannot be below zero. Write for example {example}.</translation>
    </message>
    <message>
        <source>Titik atau koma tidak pada tempatnya. Tulis misalnya {example}.</source>
        <translation>A point or comma is out of place. Write for example {example}.</translation>
    </message>
    <message>
        <source>Tulis rupiah utuh tanpa sen, misalnya {example}.</source>
        <translation>Write whole rupiah without cents, for example {example}.</translation>
    </message>
</context>
<context>
    <name>_Offer</name>
    <message>
        <source>Berkas ini {before}, paling besar {limit}. Dapat diperkecil: {before} → {after}. Pastikan tulisannya di pratinjau masih terbaca.</source>
        <translation>This file has {before}, at most {limit} are taken. It can be made smaller: {before} → {after}. Make sure that the print can still be read in the preview.</translation>
    </message>
    <message>
        <source>Jangan pakai</source>
        <translation>Do not use it</translation>
    </message>
    <message>
        <source>Pakai yang diperkecil</source>
        <translation>Use the smaller one</translation>
    </message>
</context>
<context>
    <name>_Paper</name>
    <message>
        <source>Halaman {number}</source>
        <translation>Page {number}</translation>
    </message>
</context>
</TS>
